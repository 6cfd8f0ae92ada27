namespace JapanEsimAdvisor.Web.Site;

/// <summary>What programs call: they are told problems as JSON, and who they are decides how often they may ask.</summary>
public static class ProgramCalls
{
    /// <summary>Where agents call, by the Model Context Protocol.</summary>
    public const string Agents = "/mcp";

    private const string Api = "/api";

    extension(HttpContext context)
    {
        /// <summary>Whether this is a call of the API or of an agent, known or not.</summary>
        public bool IsOfProgram => context.Request.Path.StartsWithSegments(Api, StringComparison.Ordinal) || context.IsOfAgent;

        public bool IsOfAgent => context.Request.Path.StartsWithSegments(Agents, StringComparison.Ordinal);
    }
}
