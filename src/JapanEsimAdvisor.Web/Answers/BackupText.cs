using System.Collections.Immutable;
using JapanEsimAdvisor.Core.Advice;
using JapanEsimAdvisor.Core.Questions.Backups;

namespace JapanEsimAdvisor.Web.Answers;

/// <summary>Failures and their cures in words: what page and API both say of them.</summary>
public static class BackupText
{
    public static string Of(AdviceView view, Backup backup) => view.Words[backup.IsSafe ? "backup.safe" : "backup.unsafe"];

    /// <summary>What fails and who is offline then.</summary>
    public static string Of(AdviceView view, Failure failure) =>
        view.Words.Say("backup.failure", ("what", What(view, failure)), ("offline", Offline(view, failure)));

    /// <summary>What fails.</summary>
    public static string What(AdviceView view, Failure failure) =>
        view.Text.Failure(failure.Kind, failure.What, failure.Plans.Select(view.NameOfPlan), IsAlone(view));

    /// <summary>Who is offline then, and who of them has nobody near who is online.</summary>
    public static string Offline(AdviceView view, Failure failure) => failure switch
    {
        { Offline: [] } => view.Words["backup.nobody"],
        _ when IsAlone(view) => view.Words["backup.you"],
        _ when IsEverybody(view, failure) => view.Words["backup.everybody"],
        { Alone: [] } => view.Words.Say("backup.offline", ("names", view.Text.Names(failure.Offline))),
        _ when failure.Alone.SequenceEqual(failure.Offline) => view.Words.Say("backup.alone", ("names", view.Text.Names(failure.Alone))),
        _ => view.Words.Say("backup.some-alone", ("names", view.Text.Names(failure.Offline)), ("alone", view.Text.Names(failure.Alone))),
    };

    /// <summary>The cheapest line that helps.</summary>
    public static string Cure(AdviceView view, SpareLine cure) => Bought(view, cure, "backup.cure");

    /// <summary>The one line that helps in every case; null where none does.</summary>
    public static string? CureForAll(AdviceView view, Backup backup) => backup.CureForAll is { } cure
        ? Bought(view, cure, backup.Failures.Count(failure => failure.Cure is not null) > 1 ? "backup.cure-all" : "backup.cure")
        : null;

    /// <summary>What helps where no line does.</summary>
    public static string? NoCure(AdviceView view, Failure failure) => failure.NoCure is { } code ? view.Text.NoCure(code) : null;

    /// <summary>What concerns travelers: somebody is left alone, or nobody at all is online.</summary>
    public static ImmutableArray<Failure> Worrying(AdviceView view, Backup backup) =>
        [.. backup.Failures.Where(failure => !failure.Alone.IsEmpty || IsEverybody(view, failure))];

    private static string Bought(AdviceView view, SpareLine cure, string key) => view.Text.Cure(
        key, view.NameOfBundle(cure.Bundle), view.Catalog.Rates.FromYen(cure.Yen, view.Currency), IsAlone(view) ? null : new TravelerCount(cure.Traveler, cure.Count));

    private static bool IsEverybody(AdviceView view, Failure failure) => failure.Offline.Sum(one => one.Count) == view.Advice.Trip.People;

    private static bool IsAlone(AdviceView view) => view.Advice.Trip.People == 1;
}
