using System.Collections.Immutable;
using JapanEsimAdvisor.Core.Advice;
using JapanEsimAdvisor.Core.Catalog;
using JapanEsimAdvisor.Core.Party;
using JapanEsimAdvisor.Core.Plans;
using JapanEsimAdvisor.Core.Pods;

namespace JapanEsimAdvisor.Core.Questions.RejectedPlans;

/// <summary>
/// Why a plan that somebody may buy serves nobody. A person alone needs the fewest connections: who cannot use it alone cannot use it with others.
/// </summary>
public sealed class WhyUnusable(PodFactory factory, ImmutableArray<TravelerType> types)
{
    /// <param name="bundles">All of the plan for this stay.</param>
    /// <param name="buyers">By type: who may buy it.</param>
    public ImmutableArray<Notice> For(Plan plan, IReadOnlyCollection<Bundle> bundles, bool[] buyers) =>
    [
        .. types.Where(type => buyers[type.Index])
            .Select(type => (Type: type, Why: WhyNot(type, plan, bundles)))
            .GroupBy(found => (found.Why.Code, Arguments: string.Join('|', found.Why.Arguments.Select(argument => argument.Value.ToString()))))
            .Select(same => same.First().Why with { Travelers = [.. same.SelectMany(found => found.Type.Members).Select(member => member.Id)] }),
    ];

    private Notice WhyNot(TravelerType type, Plan plan, IReadOnlyCollection<Bundle> bundles)
    {
        if (bundles.Count == 0)
        {
            return Notice.Of("too-short-for-the-stay", ("days", plan.MaxDays ?? 0));
        }

        var stored = bundles.Where(bundle => plan.Medium != Medium.Esim || bundle.SetUps <= type.Phone.EsimStored).ToList();
        if (stored.Count == 0)
        {
            return Notice.Of("too-many-profiles", ("profiles", bundles.Min(bundle => bundle.SetUps)), ("stored", type.Phone.EsimStored));
        }

        return plan.Medium == Medium.PocketWifi ? WithRouter(type, stored) : WithLine(type, plan, stored);
    }

    private Notice WithLine(TravelerType type, Plan plan, List<Bundle> bundles)
    {
        var kind = plan.Medium == Medium.Esim ? PodKind.OwnEsim : PodKind.OwnOther;
        if (factory.Frame(kind, type.Index, Alone(type)) is not { } frame)
        {
            return Notice.Of("phone-cannot-serve-own-devices", ("devices", type.ConnectingDevices));
        }

        return bundles.Any(bundle => factory.Figures(frame, bundle) is not null)
            ? Notice.Of("others-cannot-be-served")
            : Notice.Of("own-devices-need-a-hotspot", ("rule", new NamedCode("tethering", plan.Tethering.Policy.ToString().ToLowerInvariant())));
    }

    private Notice WithRouter(TravelerType type, List<Bundle> bundles)
    {
        if (factory.Frame(PodKind.Router, type.Index, Alone(type)) is not { } frame)
        {
            return Notice.Of("router-holds-no-number");
        }

        return bundles.Any(bundle => factory.Figures(frame, bundle) is not null)
            ? Notice.Of("others-cannot-be-served")
            : Notice.Of("router-too-small", ("devices", frame.Connections));
    }

    private PodMembers Alone(TravelerType type) => PodMembers.Of([.. types.Select(other => other.Index == type.Index ? 1 : 0)]);
}
