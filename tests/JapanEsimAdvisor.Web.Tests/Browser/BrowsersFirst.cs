using Xunit.Sdk;
using Xunit.v3;

[assembly: TestCollectionOrderer(typeof(JapanEsimAdvisor.Web.Tests.Browser.BrowsersFirst))]

namespace JapanEsimAdvisor.Web.Tests.Browser;

/// <summary>
/// Visits come one after another in each browser, so they start first and the many short tests fill the time beside
/// them.
/// </summary>
public sealed class BrowsersFirst : ITestCollectionOrderer
{
    public IReadOnlyCollection<TTestCollection> OrderTestCollections<TTestCollection>(IReadOnlyCollection<TTestCollection> testCollections)
        where TTestCollection : ITestCollection =>
        [.. testCollections.OrderByDescending(tests => tests.TestCollectionDisplayName.Contains("Browser", StringComparison.Ordinal))];
}
