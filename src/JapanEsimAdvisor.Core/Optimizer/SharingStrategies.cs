using JapanEsimAdvisor.Core.Candidates;

namespace JapanEsimAdvisor.Core.Optimizer;

/// <summary>Any pods, as long as somebody connects through another's hotspot or router.</summary>
public sealed class SomebodyShares : IStrategy
{
    public string Name => "somebody-shares";

    public bool NeedsMark => true;

    public bool Allows(Pod pod) => true;

    public bool Marks(Pod pod) => pod.ClientPeople > 0;

    public (int First, int Second) Lead(Pod pod) => default;
}

/// <summary>Any pods in which nobody connects through another.</summary>
public sealed class NobodyShares : IStrategy
{
    public string Name => "nobody-shares";

    public bool NeedsMark => false;

    public bool Allows(Pod pod) => pod.ClientPeople == 0;

    public bool Marks(Pod pod) => false;

    public (int First, int Second) Lead(Pod pod) => default;
}
