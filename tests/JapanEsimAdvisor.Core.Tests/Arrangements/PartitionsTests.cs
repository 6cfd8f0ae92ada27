using JapanEsimAdvisor.Core.Arrangements;

namespace JapanEsimAdvisor.Core.Tests.Arrangements;

/// <summary>Two people of one kind and one of another: 1 and 2 are the former, 3 is the latter alone, 5 is everybody.</summary>
public sealed class PartitionsTests
{
    private static readonly SubParties Parties = new([2, 1]);

    private static readonly Candidate OneEach = new(1, new Score(0, 0, 100), false);

    private static readonly Candidate BothTogether = new(2, new Score(0, 0, 150), false);

    private static readonly Candidate TheOther = new(3, new Score(0, 0, 120), false);

    [Fact]
    public void The_cheapest_split_wins() => Assert.Equal([1, 2], Best([OneEach, BothTogether, TheOther]));

    [Fact]
    public void A_candidate_may_be_used_several_times() => Assert.Equal([0, 0, 1], Best([OneEach, TheOther]));

    [Fact]
    public void A_limit_that_is_not_met_weighs_more_than_any_total() =>
        Assert.Equal([0, 0, 2], Best([OneEach, BothTogether with { Score = new Score(0, 1, 1) }, TheOther]));

    [Fact]
    public void The_first_coordinate_weighs_more_than_limits() =>
        Assert.Equal(
            [1, 2], Best([OneEach with { Score = new Score(1, 0, 1) }, BothTogether with { Score = new Score(1, 2, 900) }, TheOther]));

    [Fact]
    public void A_partition_that_needs_a_mark_pays_for_it() =>
        Assert.Equal([0, 3], Best([OneEach, BothTogether, TheOther, new Candidate(4, new Score(0, 0, 500), true)], needsMark: true));

    [Fact]
    public void Nobody_finds_a_partition_where_somebody_has_no_candidate() => Assert.Null(Best([OneEach, BothTogether]));

    [Fact]
    public void Nobody_finds_a_partition_where_the_mark_is_missing() => Assert.Null(Best([OneEach, TheOther], needsMark: true));

    [Fact]
    public void A_search_that_nobody_waits_for_stops() => Assert.Throws<OperationCanceledException>(
        () => new Partitions(Parties, [OneEach, TheOther], false, new CancellationToken(canceled: true)).Of(Parties.Everybody));

    private static IEnumerable<int>? Best(Candidate[] candidates, bool needsMark = false) =>
        new Partitions(Parties, [.. candidates], needsMark, CancellationToken.None).Of(Parties.Everybody)?.Order();
}
