namespace JapanEsimAdvisor.Web.Api.Contract;

/// <summary>The catalog behind an answer.</summary>
/// <param name="Version">Changes with any fact.</param>
/// <param name="RatesAsOf">Day of the exchange rates.</param>
public sealed record CatalogStamp(string Version, DateRange PricesChecked, DateOnly RatesAsOf);

/// <summary>Oldest and newest date of the prices used, as exact as the sources state them.</summary>
public sealed record DateRange(string? Oldest, string? Newest);

/// <summary>A page of a list.</summary>
public sealed record Listing<T>(IReadOnlyList<T> Items, int Total, int Page, int PageSize, CatalogStamp Catalog);

/// <summary>A stable code with its text in the reader's language.</summary>
/// <param name="Travelers">Ids of the travelers it concerns; empty for everybody.</param>
public sealed record CodedText(string Code, string Text, IReadOnlyList<string> Travelers);

/// <summary>A range of prices if no exact price is known.</summary>
/// <param name="High">Null if only a floor is known.</param>
public sealed record MoneyRange(decimal Low, decimal? High, string Currency);
