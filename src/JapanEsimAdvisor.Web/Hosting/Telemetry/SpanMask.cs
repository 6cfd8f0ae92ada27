using System.Diagnostics;
using OpenTelemetry;

namespace JapanEsimAdvisor.Web.Hosting.Telemetry;

/// <summary>
/// Leaves of a span what says how a kind of call went, and takes out all else before it is exported: addresses with their query, names of hosts and
/// programs, whatever a later version may add. A route stands for the address.
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
