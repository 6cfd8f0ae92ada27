using System.Diagnostics;
using OpenTelemetry;

namespace JapanEsimAdvisor.Web.Hosting.Telemetry;

/// <summary>
/// Removes all tags of a span before export except a fixed list. Removed are addresses with their query, names of hosts
/// and programs, and tags of later versions. The route replaces the address.
/// </summary>
public sealed class SpanMask : BaseProcessor<Activity>
{
    private static readonly HashSet<string> Allowed = new(StringComparer.Ordinal)
    {
        "http.request.method", "http.response.status_code", "http.route", "url.scheme", "network.protocol.version", "error.type",
    };

    public override void OnEnd(Activity data)
    {
        foreach (var tag in data.TagObjects.Select(tag => tag.Key).Where(tag => !Allowed.Contains(tag)).ToList())
        {
            data.SetTag(tag, null);
        }

        data.SetStatus(data.Status);
        data.TraceStateString = null;
    }
}
