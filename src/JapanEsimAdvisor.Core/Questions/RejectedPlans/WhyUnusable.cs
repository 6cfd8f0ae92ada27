using System.Collections.Immutable;
using JapanEsimAdvisor.Core.Advice;
using JapanEsimAdvisor.Core.Catalog;
using JapanEsimAdvisor.Core.Party;
using JapanEsimAdvisor.Core.Plans;
using JapanEsimAdvisor.Core.Pods;

namespace JapanEsimAdvisor.Core.Questions.RejectedPlans;

/// <summary>
/// States why a plan that somebody may buy can serve nobody. It checks each person alone, because a person alone needs
/// the fewest connections. A person who cannot use the plan alone cannot use it with others.
/// </summary>
/// <param name="factory">Computes pods of the party.</param>
/// <param name="types">Types of traveler of the party.</param>
public sealed class WhyUnusable(PodFactory factory, ImmutableArray<TravelerType> types)
{
    /// <summary>One notice for each reason, with the travelers it concerns.</summary>
    /// <param name="plan">The plan.</param>
    /// <param name="bundles">All bundles of the plan for this stay.</param>
    /// <param name="buyers">For each type, whether it may buy the plan.</param>
    public ImmutableArray<Notice> For(Plan plan, IReadOnlyCollection<Bundle> bundles, bool[] buyers) =>
    [
        .. types.Where(type => buyers[type.Index])
            .Select(type => (Type: type, Why: WhyNot(type, plan, bundles)))
            .GroupBy(found => (found.Why.Code, string.Join('|', found.Why.Arguments.Select(argument => argument.Value.ToString()))))
            .Select(same => same.First().Why with
            {
                Travelers = [.. same.SelectMany(found => found.Type.Members).Select(member => member.Id)],
            }),
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
            var profiles = bundles.Min(bundle => bundle.SetUps);
            return Notice.Of("too-many-profiles", ("profiles", profiles), ("stored", type.Phone.EsimStored));
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

        var policy = plan.Tethering.Policy.ToString().ToLowerInvariant();
        return bundles.Any(bundle => factory.Figures(frame, bundle) is not null)
            ? Notice.Of("others-cannot-be-served")
            : Notice.Of("own-devices-need-a-hotspot", ("rule", new NamedCode("tethering", policy)));
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
