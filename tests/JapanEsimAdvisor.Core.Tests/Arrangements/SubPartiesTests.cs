using CsCheck;
using JapanEsimAdvisor.Core.Arrangements;

namespace JapanEsimAdvisor.Core.Tests.Arrangements;

public sealed class SubPartiesTests
{
    [Fact]
    public void A_sub_party_is_a_number_with_a_digit_for_each_kind_of_people()
    {
        var parties = new SubParties([2, 3, 1]);

        Assert.Equal((24, 23), (parties.Count, parties.Everybody));
        Assert.Equal([2, 3, 1], parties.Counts(parties.Everybody));
        Assert.Equal([1, 2, 0], parties.Counts(1 + (2 * 3)));
        Assert.Equal(1, parties.FirstKind(2 * 3));
    }

    [Fact]
    public void A_part_has_of_no_kind_more_than_the_whole()
    {
        Gen.Select(Gen.Int[1, 3].Array[1, 4], Gen.Int[0, 255], Gen.Int[0, 255]).Sample((counts, one, other) =>
        {
            var parties = new SubParties([.. counts]);
            var (part, whole) = (one % parties.Count, other % parties.Count);
            return parties.IsPartOf(part, whole) == parties.Counts(part).Zip(parties.Counts(whole)).All(pair => pair.First <= pair.Second);
        });
    }

    [Fact]
    public void Sub_parties_up_to_a_size_come_in_ascending_order_and_leave_out_nobody()
    {
        var parties = new SubParties([2, 2]);

        Assert.Equal([1, 2, 3, 4, 6], parties.UpTo(2));
        Assert.Equal(8, parties.UpTo(4).Count());
    }

    [Fact]
    public void The_product_of_a_huge_party_does_not_overflow() =>
        Assert.Equal(Math.Pow(2, 60), SubParties.Product(Enumerable.Repeat(1, 60)));
}
