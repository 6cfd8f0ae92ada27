using BenchmarkDotNet.Columns;
using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Diagnosers;
using BenchmarkDotNet.Engines;
using BenchmarkDotNet.Jobs;
using BenchmarkDotNet.Toolchains.InProcess.Emit;
using Perfolizer.Horology;

namespace JapanEsimAdvisor.Benchmarks;

/// <summary>What every measurement here has in common.</summary>
internal static class Jobs
{
    /// <summary>In this process, so that a run needs no build for each job; peers may take minutes.</summary>
    public static Job InProcess { get; } = Job.Default
        .WithLaunchCount(1)
        .WithToolchain(new InProcessEmitToolchain(TimeSpan.FromMinutes(30), logOutput: true));
}

/// <summary>What can be asked again and again: eight rounds of a quarter of a second after three to warm up.</summary>
internal sealed class WarmJob : ManualConfig
{
    public WarmJob() => AddDiagnoser(MemoryDiagnoser.Default)
        .AddColumn(StatisticColumn.Min)
        .AddJob(
            Jobs.InProcess.WithId("Warm").WithWarmupCount(3).WithIterationCount(8).WithIterationTime(TimeInterval.FromMilliseconds(250)));
}

/// <summary>What is new only once: each time is a round of its own, on compiled code.</summary>
internal sealed class OnceJob : ManualConfig
{
    private const int WarmUps = 5;

    private const int Rounds = 10;

    public OnceJob() => AddDiagnoser(MemoryDiagnoser.Default)
        .AddColumn(StatisticColumn.Median, StatisticColumn.Min)
        .AddJob(Jobs.InProcess
            .WithId("Once")
            .WithStrategy(RunStrategy.Monitoring)
            .WithWarmupCount(WarmUps)
            .WithIterationCount(Rounds)
            .WithInvocationCount(1)
            .WithUnrollFactor(1));
}

/// <summary>What takes a minute: two rounds of one run, not warmed up.</summary>
internal sealed class SlowJob : ManualConfig
{
    public SlowJob() => AddDiagnoser(MemoryDiagnoser.Default)
        .AddJob(Jobs.InProcess
            .WithId("Slow")
            .WithStrategy(RunStrategy.Monitoring)
            .WithWarmupCount(0)
            .WithIterationCount(2)
            .WithInvocationCount(1)
            .WithUnrollFactor(1));
}
