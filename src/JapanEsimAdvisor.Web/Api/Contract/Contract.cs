namespace JapanEsimAdvisor.Web.Api.Contract;

/// <summary>The catalog an answer rests on.</summary>
/// <param name="Version">Changes with any fact.</param>
/// <param name="RatesAsOf">Day of the exchange rates.</param>
public sealed record CatalogStamp(string Version, DateRange PricesChecked, DateOnly RatesAsOf);

/// <summary>Oldest and newest date on which the prices used were seen, as exact as the sources are.</summary>
public sealed record DateRange(string? Oldest, string? Newest);

/// <summary>A page of a list.</summary>
public sealed record Listing<T>(IReadOnlyList<T> Items, int Total, int Page, int PageSize, CatalogStamp Catalog);

/// <summary>A stable code with its words in the reader's language.</summary>
/// <param name="Travelers">Ids of those it concerns; empty for everybody.</param>
public sealed record CodedText(string Code, string Text, IReadOnlyList<string> Travelers);

/// <summary>A range of prices of which no exact one is known.</summary>
/// <param name="High">Null where only a floor is known.</param>
public sealed record MoneyRange(decimal Low, decimal? High, string Currency);
