using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Running;
using JapanEsimAdvisor.Benchmarks;
using JapanEsimAdvisor.Benchmarks.Load;

var folder = Path.Combine("artifacts", "benchmarks");
if (args is ["load", ..])
{
    return await LoadRun.MeasureAsync(folder);
}

if (args is ["cost", ..])
{
    return await CostRun.MeasureAsync(folder);
}

BenchmarkSwitcher.FromAssembly(typeof(RecommendationBenchmarks).Assembly).Run(args, DefaultConfig.Instance.WithArtifactsPath(folder));
return 0;
