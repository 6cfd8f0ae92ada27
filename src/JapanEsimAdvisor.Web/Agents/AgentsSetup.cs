using System.Text;
using System.Text.Json;
using JapanEsimAdvisor.Web.Wire;
using ModelContextProtocol;
using ModelContextProtocol.AspNetCore;
using ModelContextProtocol.Protocol;
using ModelContextProtocol.Server;

namespace JapanEsimAdvisor.Web.Agents;

/// <summary>
/// What agents get: an MCP server whose tools are calls of the API, and the site's texts as Markdown.
/// </summary>
public static class AgentsSetup
{
    /// <summary>Where agents call.</summary>
    public const string Address = "/mcp";

    private const string Instructions =
        "Mobile data for parties traveling to Japan: who buys which eSIM, SIM or pocket WiFi, who connects through whom, what it costs "
            + "and how sure it is. "
        + "Start with recommend; ids of devices come from check_device, ids of plans from recommend and search_plans. Money is in the "
        + "currency asked for, data in GB, times on the Japanese clock. "
        + "What is unknown is null. Bad input is a tool error that names each field under errors. Say when prices were checked and pass "
        + "on warnings. "
        + MarkdownRoutes.ApiDocument + " documents every field and code.";

    public static void AddAgents(this WebApplicationBuilder builder)
    {
        builder.Services.AddHttpContextAccessor();
        builder.Services.AddSingleton<ToolDescriptions>();
        builder.Services.AddSingleton<RouteCalls>();
        builder.Services.AddSingleton<LlmsText>();
        builder.Services.AddMcpServer(options =>
            {
                options.ServerInfo = new Implementation { Name = "japan-esim-advisor", Title = "Japan eSIM Advisor", Version = "1" };
                options.ServerInstructions = Instructions;
            })
            .WithHttpTransport(options => options.SessionMode = HttpServerSessionMode.Stateless)
            .WithListToolsHandler(ListAsync)
            .WithCallToolHandler(CallAsync);
    }

    /// <summary>Runs after the middleware that the API has too.</summary>
    public static void UseAgents(this WebApplication app) => app.UseWhen(context => context.Is<CalledByAgents>(), agents =>
    {
        agents.Use(AgentCalls.CheckOriginAsync);
        agents.Use(AgentCalls.ReadBodyAsync);
    });

    public static void MapAgents(this WebApplication app)
    {
        app.MapMcp(Address).WithMetadata(new CalledByPrograms(), new CalledByAgents(), new OnlyReads()).ExcludeFromDescription();
        app.MapMarkdown();
        app.MapLlmsText();
    }

    private static async ValueTask<ListToolsResult> ListAsync(
        RequestContext<ListToolsRequestParams> request, CancellationToken cancellation) =>
        new() { Tools = [.. await request.Services!.GetRequiredService<ToolDescriptions>().AllAsync()] };

    private static async ValueTask<CallToolResult> CallAsync(RequestContext<CallToolRequestParams> request, CancellationToken cancellation)
    {
        var tool = AgentTool.All.FirstOrDefault(tool => tool.Name == request.Params?.Name)
            ?? throw new McpProtocolException("There is no such tool.", McpErrorCode.InvalidParams);
        var outer = request.Services!.GetRequiredService<IHttpContextAccessor>().HttpContext!;
        var arguments = request.Params!.Arguments ?? new Dictionary<string, JsonElement>();
        var (status, json) = await request.Services!.GetRequiredService<RouteCalls>().RunAsync(outer, tool.Operation, arguments);
        var isAnswer = status == StatusCodes.Status200OK;
        return new CallToolResult
        {
            IsError = !isAnswer,
            Content = [new TextContentBlock { Text = Encoding.UTF8.GetString(json.Span) }],
            // Clients check it against the tool's output schema, which a problem does not match.
            StructuredContent = isAnswer ? JsonElement.Parse(json.Span) : null,
        };
    }
}
