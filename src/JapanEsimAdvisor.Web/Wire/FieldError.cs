namespace JapanEsimAdvisor.Web.Wire;

/// <summary>What is wrong with a request, as a code with arguments. The resources hold its text.</summary>
/// <param name="Path">JSON path of the field, such as <c>travelers[1].phone</c>.</param>
/// <param name="Code">Stable, kebab-case.</param>
/// <param name="Arguments">By name.</param>
public sealed record FieldError(string Path, string Code, params IReadOnlyList<(string Name, object Value)> Arguments);
