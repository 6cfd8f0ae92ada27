using JapanEsimAdvisor.Web.Tests.Agents;
using JapanEsimAdvisor.Web.Tests.Partners;
using Microsoft.Extensions.DependencyInjection;
using Serilog.Core;

namespace JapanEsimAdvisor.Web.Tests.Hosting;

/// <summary>The log at its most talkative: whoever looks for a fault turns it up, and travelers do not pay for it.</summary>
public sealed class LogTests
{
    [Fact]
    public async Task At_every_level_the_log_holds_neither_queries_nor_messages_nor_keys()
    {
        var log = new Notebook();
        await using var site = new PartnerSite(
            ("Serilog:MinimumLevel:Default", "Verbose"),
            ("Serilog:MinimumLevel:Override:Microsoft", "Verbose"),
            ("Serilog:MinimumLevel:Override:System", "Verbose"))
        {
            Change = services => services.AddSingleton<ILogEventSink>(log),
        };
        var key = "sk_" + string.Concat(Enumerable.Repeat("Secretkey", 5))[..43];
        const string Query = "?trip.days=5&travelers[0].name=Secretname&travelers[0].phone=Secretphone";
        using var client = site.CreateClient();
        await site.CallAsync("/api/v1/recommendations" + Query, PartnerSite.Key(key));
        await site.CallAsync("/en/result" + Query);
        await site.CallAsync("/api/v1/plans/" + key);
        await site.CallAsync("/en/t/Secretid");
        foreach (var arguments in (string[])[
            """{ "people": 2, "trip": { "days": 5 }, "Secretfield": 1 }""",
            """{ "trip": { "days": 5 }, "travelers": [ { "name": "Secretname" } ] }""",
        ])
        {
            (await client.AskAsync(Agent.Message(Agent.Call("recommend", arguments)))).Ok();
        }

        await client.AskAsync(Agent.Message("""{ "jsonrpc": "2.0", "id": 1, "method": "Secretmethod", "params": [ "Secretname" ] }"""));
        await client.AskAsync(Agent.Message(Agent.Call("Secrettool", "{}")));

        Assert.Contains(log.Lines, line => line.StartsWith("POST /mcp 200 in", StringComparison.Ordinal));
        Assert.Contains(log.Lines, line => line.StartsWith("GET /api/v1/plans/{id} 404 in", StringComparison.Ordinal));
        Assert.DoesNotContain(log.Everything, text => text.Contains("Secret", StringComparison.OrdinalIgnoreCase));
    }
}
