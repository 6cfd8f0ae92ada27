using JapanEsimAdvisor.Core.Advice;
using JapanEsimAdvisor.Core.Questions.Backups;
using JapanEsimAdvisor.Core.Units;
using JapanEsimAdvisor.Web.Answers;

namespace JapanEsimAdvisor.Web.Api.Recommendations;

/// <summary>What one thing that fails does to the party, thing by thing.</summary>
public sealed class BackupAnswer(AdviceView view, Backup backup)
{
    /// <summary>True where no single failure leaves anybody alone offline.</summary>
    public bool Safe { get; } = backup.IsSafe;

    public IReadOnlyList<FailureAnswer> Failures { get; } = [.. backup.Failures.Select(failure => new FailureAnswer(view, failure))];

    /// <summary>The cheapest single line that helps in every case that can be helped; null where none does.</summary>
    public SpareLineAnswer? CureForAll { get; } =
        backup.CureForAll is { } cure ? new(view, cure, BackupText.CureForAll(view, backup)!) : null;

    public string Text { get; } = BackupText.Of(view, backup);
}

public sealed class FailureAnswer(AdviceView view, Failure failure)
{
    public FailureKind Kind { get; } = failure.Kind;

    /// <summary>Id of the traveler who carries it; for networks their name, or unknown.</summary>
    public string What { get; } = failure.What;

    /// <summary>Who has no connection then.</summary>
    public IReadOnlyList<TravelerCount> Offline { get; } = failure.Offline;

    /// <summary>Those of them with whom nobody walks who surely has one.</summary>
    public IReadOnlyList<TravelerCount> Alone { get; } = failure.Alone;

    public SpareLineAnswer? Cure { get; } =
        failure.Cure is { } cure ? new(view, cure, BackupText.Cure(view, cure)) : null;

    /// <summary>Why there is no cure; null where there is, or none is needed.</summary>
    public NoSpareLineAnswer? NoCure { get; } =
        failure.NoCure is { } code ? new(code, BackupText.NoCure(view, failure)!) : null;

    public string Text { get; } = BackupText.Of(view, failure);
}

public sealed class SpareLineAnswer(AdviceView view, SpareLine cure, string text)
{
    /// <summary>Who would buy one more line.</summary>
    public string Traveler { get; } = cure.Traveler;

    /// <summary>So many people of that traveler, one for each connection alike.</summary>
    public int Count { get; } = cure.Count;

    public string PlanId { get; } = cure.Bundle.Plan.Id;

    /// <summary>Times one buyer orders it.</summary>
    public int Quantity { get; } = cure.Bundle.Items[0].Orders;

    /// <summary>For all buyers and the whole trip.</summary>
    public Money Price { get; } = view.Catalog.Rates.FromYen(cure.Yen, view.Currency);

    public string Text { get; } = text;
}

public sealed record NoSpareLineAnswer(string Code, string Text);
