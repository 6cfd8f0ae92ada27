using System.Runtime.CompilerServices;
using Xunit.Sdk;
using Xunit.v3;

namespace JapanEsimAdvisor.Tests;

/// <summary>
/// Whether this run proves everything, as <c>.ci/run --all</c> does, or what every change must pass within five minutes. The variable
/// TEST_EVERYTHING=1 makes it the first.
/// </summary>
internal static class FullRun
{
    public static bool IsOn { get; } = Environment.GetEnvironmentVariable("TEST_EVERYTHING") == "1";

    /// <summary>How many random cases, or which rows: more in a full run.</summary>
    public static T Of<T>(T usual, T full) => IsOn ? full : usual;
}

/// <summary>A test that belongs to a full run alone: another run does not know it, so it counts neither as passed nor as skipped.</summary>
[AttributeUsage(AttributeTargets.Method)]
[XunitTestCaseDiscoverer(typeof(FullRunDiscoverer))]
internal sealed class FullRunFactAttribute([CallerFilePath] string? file = null, [CallerLineNumber] int line = -1)
    : FactAttribute(file, line);

/// <summary>Finds no test where the run is not a full one.</summary>
internal sealed class FullRunDiscoverer : FactDiscoverer
{
    public override ValueTask<IReadOnlyCollection<IXunitTestCase>> Discover(
        ITestFrameworkDiscoveryOptions discoveryOptions, IXunitTestMethod testMethod, IFactAttribute factAttribute) =>
        FullRun.IsOn ? base.Discover(discoveryOptions, testMethod, factAttribute) : new([]);
}
