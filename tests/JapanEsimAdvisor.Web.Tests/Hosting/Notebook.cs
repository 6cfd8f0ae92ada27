using Serilog.Core;
using Serilog.Events;

namespace JapanEsimAdvisor.Web.Tests.Hosting;

/// <summary>Keeps every event, its properties and its exception included.</summary>
internal sealed class Notebook : ILogEventSink
{
    private readonly List<LogEvent> _events = [];

    public IEnumerable<string> Lines =>
        Events().Select(entry =>
            entry.RenderMessage(System.Globalization.CultureInfo.InvariantCulture).Replace("\"", string.Empty, StringComparison.Ordinal));

    /// <summary>Whether a line has all these parts.</summary>
    public bool Has(params string[] parts) => Lines.Any(line => parts.All(part => line.Contains(part, StringComparison.Ordinal)));

    public IEnumerable<string> Everything => Lines
        .Concat(Events().SelectMany(entry => entry.Properties.Values.Select(value => value.ToString())))
        .Concat(Events().Select(entry => entry.Exception?.ToString() ?? string.Empty));

    /// <summary>Something was written, and nothing of it is a failure of ours.</summary>
    public void AssertQuiet()
    {
        Assert.NotEmpty(Lines);
        Assert.DoesNotContain(
            Everything,
            text => text.Contains("   at ", StringComparison.Ordinal) || text.Contains("Exception", StringComparison.Ordinal));
    }

    public void Emit(LogEvent logEvent)
    {
        lock (_events)
        {
            _events.Add(logEvent);
        }
    }

    private List<LogEvent> Events()
    {
        lock (_events)
        {
            return [.. _events];
        }
    }
}
