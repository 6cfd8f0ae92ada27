using JapanEsimAdvisor.Core.Catalog;
using JapanEsimAdvisor.Core.Units;
using JapanEsimAdvisor.Web.Answers;
using JapanEsimAdvisor.Web.Languages;

namespace JapanEsimAdvisor.Web.SavedTrips;

/// <summary>A saved trip in one language: what page and API both say of it.</summary>
/// <param name="catalog">The catalog in service now.</param>
public sealed class SavedTripView(SavedTrip trip, CatalogSnapshot catalog, Words words)
{
    private readonly TravelerNames _names = new(trip.Request, catalog, words);

    public SavedTrip Trip { get; } = trip;

    public CatalogSnapshot Catalog { get; } = catalog;

    public Words Words { get; } = words;

    public string Currency => Trip.Request.Preferences?.Currency ?? ExchangeRates.Yen;

    public IReadOnlyList<TripChange> Changes { get; } = TripChanges.Of(trip.Answer, catalog);

    public TravelerNames Names => _names;

    public AnswerText Text { get; } = new(words, new TravelerNames(trip.Request, catalog, words));

    public AnswerRisk Risk => new(Trip.Answer.Lines, Trip.Answer.Risk.ChanceOfALine, Trip.Answer.Risk.LimitedDays, Trip.Answer.Risk.FullSpeedShare);

    public IEnumerable<Connection> Connections => Trip.Answer.Pods.Select(pod => pod.ToConnection(Words, Text));

    public string NameOf(string travelerId, int people) => _names.Of(travelerId, people);

    public string NameOf(string travelerId) => _names.Of(travelerId);

    public IEnumerable<TaskLine> Tasks => TaskLine.Of(
        Trip.Answer.Checklist.Select(task => new ChecklistTask(task.When, task.Due, task.Traveler, task.Notice.ToNotice())),
        notice => Say("task", SavedNotice.Of(notice)),
        _names);

    public string Who(SavedNotice notice) => _names.Who(notice.Travelers);

    public string TextOf(TripChange change) => change switch
    {
        { Before: { } before, After: { } after } => Words.Say("saved.changed.price", ("plan", change.Plan!), ("before", before), ("after", after)),
        { Code: TripChange.Gone } => Words.Say("saved.changed.gone", ("plan", change.Plan!)),
        { Code: TripChange.NotOffered } => Words.Say("saved.changed.not-offered", ("plan", change.Plan!)),
        _ => Words["saved.changed.other"],
    };

    /// <summary>A saved notice in words; its bare code where the site no longer has words for it.</summary>
    public string Say(string family, SavedNotice notice) => Words.Knows($"{family}.{notice.Code}")
        ? Words.Say(family, notice.ToNotice(), Currency, Catalog.Rates, _names.OfHost)
        : notice.Code;

    public bool IsBought(SavedPod pod, SavedPurchase advised) => Trip.Content.Purchases.Any(bought => bought.IsOf(pod, advised));

    /// <summary>Everything the party buys, without who buys it.</summary>
    public string Bundle => Trip.Answer.Lines == 0 ? Words["headline.no-line"] : Text.Orders(Trip.Answer.Purchases
        .GroupBy(one => one.Purchase.PlanId, StringComparer.Ordinal)
        .Select(same => (same.First().Purchase.FullName, same.Sum(one => one.Purchase.Quantity * one.Pod.Times))));
}
