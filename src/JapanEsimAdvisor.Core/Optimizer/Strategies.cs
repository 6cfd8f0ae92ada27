using System.Collections.Immutable;
using JapanEsimAdvisor.Core.Candidates;

namespace JapanEsimAdvisor.Core.Optimizer;

/// <summary>A kind of basket: which pods it may use and what it minimizes before the order all share (decision model, section 5).</summary>
public interface IStrategy
{
    /// <summary>Stable name: per-person, shared-hotspot, pocket-wifi, mix.</summary>
    string Name { get; }

    /// <summary>True where the basket must hold at least one pod that <see cref="Marks"/>.</summary>
    bool NeedsMark { get; }

    bool Allows(Pod pod);

    bool Marks(Pod pod);

    /// <summary>Additive coordinates in front of (limits not met, expected total).</summary>
    (int First, int Second) Lead(Pod pod);
}

/// <summary>Everybody their own line: eSIM, else SIM or roaming; who cannot have one joins somebody. Fewest clients first.</summary>
/// <param name="haveEsim">By type: some eSIM serves one person of it with all their devices.</param>
public sealed class PerPerson(ImmutableArray<bool> haveEsim) : IStrategy
{
    public string Name => "per-person";

    public bool NeedsMark => false;

    public bool Allows(Pod pod) => pod.Kind switch
    {
        PodKind.Router => false,
        PodKind.OwnOther => !haveEsim[pod.HostType],
        _ => true,
    };

    public bool Marks(Pod pod) => false;

    public (int First, int Second) Lead(Pod pod) => (pod.ClientPeople, 0);
}

/// <summary>As few phones as possible serve the party, at least one person as a client.</summary>
public sealed class SharedHotspot : IStrategy
{
    public string Name => "shared-hotspot";

    public bool NeedsMark => true;

    public bool Allows(Pod pod) => pod.Kind != PodKind.Router;

    public bool Marks(Pod pod) => pod.Kind == PodKind.Hotspot;

    public (int First, int Second) Lead(Pod pod) => (pod.Kind == PodKind.NoLine ? 0 : 1, 0);
}

/// <summary>As few rented routers as possible serve the party; who cannot be a client buys alone.</summary>
/// <param name="buysAlone">By type: nobody could carry a connection for them.</param>
public sealed class PocketWifi(ImmutableArray<bool> buysAlone) : IStrategy
{
    public string Name => "pocket-wifi";

    public bool NeedsMark => true;

    public bool Allows(Pod pod) => pod.Kind is PodKind.Router or PodKind.NoLine
        || (pod.Kind is PodKind.OwnEsim or PodKind.OwnOther && buysAlone[pod.HostType]);

    public bool Marks(Pod pod) => pod.Kind == PodKind.Router;

    public (int First, int Second) Lead(Pod pod) => (pod.Kind == PodKind.Router ? 1 : 0, 0);
}

/// <summary>Any pods.</summary>
public sealed class Mix : IStrategy
{
    public string Name => "mix";

    public bool NeedsMark => false;

    public bool Allows(Pod pod) => true;

    public bool Marks(Pod pod) => false;

    public (int First, int Second) Lead(Pod pod) => default;
}
