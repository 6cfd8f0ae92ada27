using JapanEsimAdvisor.Core.Advice;
using JapanEsimAdvisor.Core.Questions.Backups;
using JapanEsimAdvisor.Core.Units;
using JapanEsimAdvisor.Web.Answers;

namespace JapanEsimAdvisor.Web.Api.Recommendations;

/// <summary>What one thing that fails does to the party, thing by thing.</summary>
/// <param name="Safe">True where no single failure leaves anybody alone offline.</param>
/// <param name="CureForAll">The cheapest single line that helps in every case that can be helped; null where none does.</param>
public sealed record BackupAnswer(bool Safe, IReadOnlyList<FailureAnswer> Failures, SpareLineAnswer? CureForAll, string Text)
{
    public static BackupAnswer Of(AdviceView view, Backup backup) => new(
        backup.IsSafe,
        [.. backup.Failures.Select(failure => FailureAnswer.Of(view, failure))],
        backup.CureForAll is { } cure ? SpareLineAnswer.Of(view, cure, BackupText.CureForAll(view, backup)!) : null,
        BackupText.Of(view, backup));
}

/// <param name="What">Id of the traveler who carries it; for networks their name, or unknown.</param>
/// <param name="Offline">Who has no connection then.</param>
/// <param name="Alone">Those of them with whom nobody walks who surely has one.</param>
/// <param name="NoCure">Why there is no cure; null where there is, or none is needed.</param>
public sealed record FailureAnswer(
    FailureKind Kind,
    string What,
    IReadOnlyList<TravelerCount> Offline,
    IReadOnlyList<TravelerCount> Alone,
    SpareLineAnswer? Cure,
    NoSpareLineAnswer? NoCure,
    string Text)
{
    public static FailureAnswer Of(AdviceView view, Failure failure) => new(
        failure.Kind,
        failure.What,
        failure.Offline,
        failure.Alone,
        failure.Cure is { } cure ? SpareLineAnswer.Of(view, cure, BackupText.Cure(view, cure)) : null,
        failure.NoCure is { } code ? new NoSpareLineAnswer(code, BackupText.NoCure(view, failure)!) : null,
        BackupText.Of(view, failure));
}

/// <param name="Traveler">Who would buy one more line.</param>
/// <param name="Count">So many people of that traveler, one for each connection alike.</param>
/// <param name="Quantity">Times one buyer orders it.</param>
/// <param name="Price">For all buyers and the whole trip.</param>
public sealed record SpareLineAnswer(string Traveler, int Count, string PlanId, int Quantity, Money Price, string Text)
{
    public static SpareLineAnswer Of(AdviceView view, SpareLine cure, string text) =>
        new(cure.Traveler, cure.Count, cure.Bundle.Plan.Id, cure.Bundle.Items[0].Orders, view.Catalog.Rates.FromYen(cure.Yen, view.Currency), text);
}

public sealed record NoSpareLineAnswer(string Code, string Text);
