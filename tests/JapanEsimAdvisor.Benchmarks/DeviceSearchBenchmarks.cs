using System.Collections.Immutable;
using BenchmarkDotNet.Attributes;
using JapanEsimAdvisor.Core.Catalog;
using JapanEsimAdvisor.Web.Catalog.Search;

namespace JapanEsimAdvisor.Benchmarks;

/// <summary>What a key press in the box of a phone costs: reading a name, listing what it can mean, and the index of all names.</summary>
[Config(typeof(WarmJob))]
public class DeviceSearchBenchmarks
{
    private CatalogSnapshot _catalog = null!;

    private DeviceSearch _search = null!;

    /// <summary>A short name, a market beside one, a model number, a misspelled name, the start of many, and no device.</summary>
    [Params("iphone15pm", "国行 iPhone 15", "Galaxy S23 au SCG19", "samsng galaxi s24", "galaxy", "iphone 25")]
    public string Typed { get; set; } = string.Empty;

    [GlobalSetup]
    public void SetUp()
    {
        _catalog = Catalogs.Of(Catalogs.Real);
        _search = new DeviceSearch(_catalog);
    }

    [Benchmark]
    public DeviceAnswer Read() => _search.Read(Typed);

    [Benchmark]
    public ImmutableArray<Device> Find() => [.. _search.Find(Typed)];

    [Benchmark]
    public DeviceSearch Index() => new(_catalog);
}
