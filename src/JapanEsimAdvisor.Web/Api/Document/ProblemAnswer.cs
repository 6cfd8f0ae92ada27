namespace JapanEsimAdvisor.Web.Api.Document;

/// <summary>Problem details (RFC 9457).</summary>
/// <param name="Type">urn:japan-esim-advisor:problem: followed by the code.</param>
/// <param name="Title">Kind of problem, in the reader's language.</param>
/// <param name="Status">The HTTP status.</param>
/// <param name="Detail">What to do, in the reader's language.</param>
/// <param name="Code">Stable, kebab-case.</param>
/// <param name="Errors">Invalid requests: texts of the errors by JSON path or parameter.</param>
/// <param name="Codes">Invalid requests: stable codes by JSON path or parameter.</param>
public sealed record ProblemAnswer(
    string Type,
    string Title,
    int Status,
    string Detail,
    string Code,
    IReadOnlyDictionary<string, IReadOnlyList<string>>? Errors,
    IReadOnlyDictionary<string, IReadOnlyList<string>>? Codes);
