using System.Collections.Immutable;

namespace JapanEsimAdvisor.Web.Agents;

/// <summary>A tool of the MCP server and the API call it makes.</summary>
/// <param name="Name">As agents call it.</param>
/// <param name="Operation">Name of the endpoint, which is its <c>operationId</c> in the OpenAPI document.</param>
public sealed record AgentTool(string Name, string Operation)
{
    public static readonly ImmutableArray<AgentTool> All =
    [
        new("recommend", "recommend"),
        new("search_plans", "listPlans"),
        new("check_device", "listDevices"),
        new("check_usage", "checkUsage"),
    ];
}
