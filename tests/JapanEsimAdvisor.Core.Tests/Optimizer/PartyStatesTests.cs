using CsCheck;
using JapanEsimAdvisor.Core.Candidates;
using JapanEsimAdvisor.Core.Optimizer;

namespace JapanEsimAdvisor.Core.Tests.Optimizer;

public sealed class PartyStatesTests
{
    [Fact]
    public void A_sub_party_is_a_number_with_a_digit_for_each_type()
    {
        var states = States(2, 3, 1);

        Assert.Equal((24, 23), (states.Count, states.Everybody));
        Assert.Equal([2, 3, 1], states.Counts(states.Everybody));
        Assert.Equal([1, 2, 0], states.Counts(1 + (2 * 3)));
        Assert.Equal(1, states.Lowest(2 * 3));
    }

    [Fact]
    public void A_part_has_of_no_type_more_than_the_whole()
    {
        Gen.Select(Gen.Int[1, 3].Array[1, 4], Gen.Int[0, 255], Gen.Int[0, 255]).Sample((counts, one, other) =>
        {
            var states = States(counts);
            var (part, whole) = (one % states.Count, other % states.Count);
            return states.IsPartOf(part, whole) == states.Counts(part).Zip(states.Counts(whole)).All(pair => pair.First <= pair.Second);
        });
    }

    [Fact]
    public void Sub_parties_up_to_a_size_come_in_ascending_order_and_leave_out_nobody()
    {
        var states = States(2, 2);

        Assert.Equal([1, 2, 3, 4, 6], states.UpTo(2));
        Assert.Equal(8, states.UpTo(4).Count());
    }

    [Fact]
    public void The_product_of_a_huge_party_does_not_overflow()
    {
        var types = TravelerType.Of(A.Trip([.. Enumerable.Range(0, 60).Select(person => A.Traveler("p" + person, 0.1 + (person * 0.01)))]), A.Catalog());

        Assert.Equal(Math.Pow(2, 60), PartyStates.Product(types));
    }

    private static PartyStates States(params int[] counts) => new(TravelerType.Of(
        A.Trip([.. counts.Select((count, type) => A.Traveler("t" + type, 0.1 + (type * 0.1)) with { Count = count })]),
        A.Catalog()));
}
