using System.Diagnostics.Metrics;

namespace JapanEsimAdvisor.Web.Wire;

/// <summary>
/// Metrics of the site beside those of the framework. Tags are codes and size classes, never input or identities.
/// </summary>
public sealed class SiteMeters
{
    /// <summary>Name of the meter.</summary>
    public const string Name = "JapanEsimAdvisor";

    private static readonly double[] Seconds = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10];

    private readonly Histogram<double> _recommendations;

    private readonly Counter<long> _rejections;

    private readonly Counter<long> _quotaRefusals;

    public SiteMeters(IMeterFactory meters)
    {
        var meter = meters.Create(Name);
        _recommendations = meter.CreateHistogram(
            "advisor.recommendation.duration", "s", "Time to answer a trip with advice",
            advice: new InstrumentAdvice<double> { HistogramBucketBoundaries = Seconds });
        _rejections = meter.CreateCounter<long>("advisor.rejections", "{error}", "Fields refused, by code of the rule");
        _quotaRefusals = meter.CreateCounter<long>("advisor.quota.refusals", "{call}", "Calls past their quota, by kind of caller");
    }

    /// <param name="people">People of the party, 1 to 60.</param>
    /// <param name="isCached">Whether the answer came from the cache.</param>
    public void Recommended(TimeSpan took, int people, bool isCached) =>
        _recommendations.Record(took.TotalSeconds, new("party.size", SizeOf(people)), new("cached", isCached));

    public void Rejected(IEnumerable<FieldError> errors)
    {
        foreach (var error in errors)
        {
            _rejections.Add(1, new KeyValuePair<string, object?>("code", error.Code));
        }
    }

    /// <param name="caller"><c>secret</c>, <c>publishable</c> or <c>address</c>.</param>
    public void QuotaRefused(string caller) => _quotaRefusals.Add(1, new KeyValuePair<string, object?>("caller", caller));

    private static string SizeOf(int people) => people switch
    {
        <= 1 => "1",
        2 => "2",
        <= 4 => "3-4",
        <= 8 => "5-8",
        _ => "9+",
    };
}
