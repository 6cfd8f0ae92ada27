using JapanEsimAdvisor.Core.Advice;
using JapanEsimAdvisor.Core.Catalog;
using JapanEsimAdvisor.Web.Answers;

namespace JapanEsimAdvisor.Web.Api.Contract;

/// <summary>The catalog behind an answer.</summary>
/// <param name="Version">Changes with any fact.</param>
/// <param name="RatesAsOf">Day of the exchange rates.</param>
public sealed record CatalogStamp(string Version, DateRange PricesChecked, DateOnly RatesAsOf)
{
    /// <param name="plans">Those whose prices the answer uses.</param>
    public static CatalogStamp Of(CatalogSnapshot catalog, IEnumerable<Plan> plans) =>
        new(catalog.Version, DateRange.Of(plans), catalog.Rates.AsOf);
}

/// <summary>Oldest and newest date of the prices used, as exact as the sources state them.</summary>
public sealed record DateRange(string? Oldest, string? Newest)
{
    public static DateRange Of(IEnumerable<Plan> plans)
    {
        var (oldest, newest) = AdviceView.PricesChecked(plans);
        return new DateRange(oldest, newest);
    }
}

/// <summary>A page of a list.</summary>
public sealed record Listing<T>(IReadOnlyList<T> Items, int Total, int Page, int PageSize, CatalogStamp Catalog);

/// <summary>A stable code with its text in the reader's language.</summary>
/// <param name="Travelers">Ids of the travelers it concerns; empty for everybody.</param>
public sealed record CodedText(string Code, string Text, IReadOnlyList<string> Travelers)
{
    /// <param name="family">Start of the text's key.</param>
    public static CodedText Of(AdviceView view, string family, Notice notice) =>
        new(notice.Code, view.Say(family, notice), notice.Travelers);
}

/// <summary>A range of prices if no exact price is known.</summary>
/// <param name="High">Null if only a floor is known.</param>
public sealed record MoneyRange(decimal Low, decimal? High, string Currency);
