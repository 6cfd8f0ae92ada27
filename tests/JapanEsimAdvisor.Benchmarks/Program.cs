using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Running;
using JapanEsimAdvisor.Benchmarks;

BenchmarkSwitcher
    .FromAssembly(typeof(RecommendationBenchmarks).Assembly)
    .Run(args, DefaultConfig.Instance.WithArtifactsPath(Path.Combine("artifacts", "benchmarks")));
