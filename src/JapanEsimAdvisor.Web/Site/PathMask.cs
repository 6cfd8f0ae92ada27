using System.Text.RegularExpressions;
using Serilog.Core;
using Serilog.Events;

namespace JapanEsimAdvisor.Web.Site;

/// <summary>Takes ids of saved trips out of logged paths, because whoever knows an id can read the trip, and partner keys that somebody put there.</summary>
public sealed partial class PathMask : ILogEventEnricher
{
    private const string Path = "RequestPath";

    public void Enrich(LogEvent logEvent, ILogEventPropertyFactory propertyFactory)
    {
        if (logEvent.Properties.TryGetValue(Path, out var property) && property is ScalarValue { Value: string path })
        {
            logEvent.AddOrUpdateProperty(new LogEventProperty(Path, new ScalarValue(KeyMask.Of(Ids().Replace(path, "$1…")))));
        }
    }

    [GeneratedRegex("(/(?:t|trips)/)[^/]+")]
    private static partial Regex Ids();
}
