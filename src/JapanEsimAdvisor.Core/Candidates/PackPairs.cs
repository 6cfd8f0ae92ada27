using System.Collections.Immutable;
using JapanEsimAdvisor.Core.Catalog;
using JapanEsimAdvisor.Core.Trips;
using JapanEsimAdvisor.Core.Units;

namespace JapanEsimAdvisor.Core.Candidates;

/// <summary>
/// Data packs of one seller that could be bought two at a time. A pack that another of its family beats (no dearer, no less data, as long-lasting for the
/// stay) is in no pair worth making, but for the pair with the only pack that beats it: whatever it stands beside, the better one can stand there.
/// </summary>
public sealed class PackPairs
{
    private readonly ImmutableArray<Pack> _packs;

    /// <summary>Indices of packs that differ in price, data and days alone, by price, then from most data to least, then in catalog order.</summary>
    private readonly ImmutableArray<ImmutableArray<int>> _families;

    /// <summary>Better packs of the same days, whatever the stay.</summary>
    private readonly Betters[] _ofSameDays;

    private PackPairs(ImmutableArray<Pack> packs)
    {
        _packs = packs;
        _families = [.. packs.Select((pack, index) => (pack, index)).GroupBy(entry => entry.pack.Family).Select(same => ByPrice(same.Select(entry => entry.index)))];
        _ofSameDays = Enumerable.Repeat(Betters.None, packs.Length).ToArray();
        foreach (var same in _families.SelectMany(family => family.GroupBy(index => packs[index].Days)))
        {
            Sweep(same, _ofSameDays);
        }
    }

    /// <summary>Every seller of packs.</summary>
    /// <param name="offers">In catalog order.</param>
    public static ImmutableArray<PackPairs> Of(IEnumerable<Offer> offers, ExchangeRates rates) =>
        [.. offers.Where(offer => BundleFactory.MayPair(offer.Terms.Plan))
            .GroupBy(offer => offer.Terms.Plan.SellerId, StringComparer.Ordinal)
            .Select(seller => new PackPairs([.. seller.Select(offer => new Pack(offer, rates))]))];

    /// <summary>Pairs that could be undominated among the bundles of a stay, each pack with later ones of the catalog.</summary>
    public IEnumerable<(Offer One, Offer Other)> Worthwhile(Stay stay)
    {
        var clocks = ClocksOf(stay);
        var beside = Beside(clocks);
        for (var one = 0; one < _packs.Length; one++)
        {
            for (var other = one + 1; other < _packs.Length; other++)
            {
                if (IsWorthwhile(one, other, Math.Max(clocks[one], clocks[other]), beside))
                {
                    yield return (_packs[one].Offer, _packs[other].Offer);
                }
            }
        }
    }

    /// <summary>Every pair.</summary>
    public IEnumerable<(Offer One, Offer Other)> All() =>
        _packs.SelectMany((pack, index) => _packs.Skip(index + 1), (pack, other) => (pack.Offer, other.Offer));

    /// <summary>Side by side within a family only data and price count; otherwise a pack may only be replaced where its place in the chain stays the same.</summary>
    private bool IsWorthwhile(int one, int other, int clockDays, Betters[] beside)
    {
        var (a, b) = (_packs[one], _packs[other]);
        var (aLasts, bLasts) = (a.Days >= clockDays, b.Days >= clockDays);
        if (aLasts != bLasts || a.Days + b.Days < clockDays)
        {
            return false;
        }

        if (aLasts && a.Family == b.Family)
        {
            return !beside[one].HoldOtherThan(other) && !beside[other].HoldOtherThan(one);
        }

        return a.Days == b.Days || (!_ofSameDays[one].HoldOtherThan(other) && !_ofSameDays[other].HoldOtherThan(one));
    }

    private int[] ClocksOf(Stay stay)
    {
        var clocks = new int[_packs.Length];
        foreach (var family in _families)
        {
            var days = _packs[family[0]].Offer.Terms.Plan.Validity.DaysToBuy(stay);
            foreach (var index in family)
            {
                clocks[index] = days;
            }
        }

        return clocks;
    }

    /// <summary>Better packs among those that last the stay, whatever their days.</summary>
    private Betters[] Beside(int[] clocks)
    {
        var betters = Enumerable.Repeat(Betters.None, _packs.Length).ToArray();
        foreach (var family in _families)
        {
            Sweep(family.Where(index => _packs[index].Days >= clocks[index]), betters);
        }

        return betters;
    }

    private ImmutableArray<int> ByPrice(IEnumerable<int> packs) =>
        [.. packs.OrderBy(index => _packs[index].Yen).ThenByDescending(index => _packs[index].Gb).ThenBy(index => index)];

    /// <summary>The two with most data of all that cost no more, if they have no less.</summary>
    /// <param name="packs">In the order of a family.</param>
    private void Sweep(IEnumerable<int> packs, Betters[] betters)
    {
        var (first, second) = (-1, -1);
        foreach (var pack in packs)
        {
            betters[pack] = new Betters(IsBetter(first, pack) ? first : -1, IsBetter(second, pack) ? second : -1);
            if (first < 0 || _packs[pack].Gb > _packs[first].Gb)
            {
                (first, second) = (pack, first);
            }
            else if (second < 0 || _packs[pack].Gb > _packs[second].Gb)
            {
                second = pack;
            }
        }
    }

    /// <summary>Packs as dear and as large as each other are told apart by the catalog's order, and only where their days are the same.</summary>
    private bool IsBetter(int earlier, int later)
    {
        if (earlier < 0 || _packs[earlier].Gb < _packs[later].Gb)
        {
            return false;
        }

        var isTie = _packs[earlier].Gb == _packs[later].Gb && _packs[earlier].Yen == _packs[later].Yen;
        return !isTie || _packs[earlier].Days == _packs[later].Days;
    }

    /// <param name="First">Index of a better pack; below 0: none.</param>
    /// <param name="Second">Index of another; below 0: none.</param>
    private readonly record struct Betters(int First, int Second)
    {
        public static readonly Betters None = new(-1, -1);

        public bool HoldOtherThan(int pack) => (First >= 0 && First != pack) || (Second >= 0 && Second != pack);
    }

    private readonly record struct Pack
    {
        public Pack(Offer offer, ExchangeRates rates)
        {
            var (plan, row) = (offer.Terms.Plan, offer.Terms.SinglePack!);
            (Offer, Days, Gb, Yen) = (offer, row.Days, plan.Allowance.Gb ?? 0, rates.ToYen(row.Middle));
            Family = new Kind(
                offer.Class,
                plan.Medium,
                plan.Allowance with { Gb = null },
                plan.Tethering with { Basis = null, Url = null },
                plan.TopUp,
                plan.Validity with { Starts = default, StartBy = null },
                plan.IdentityCheck == true,
                plan.Fees.IsEmpty ? null : plan.Id);
        }

        public Offer Offer { get; }

        public int Days { get; }

        public double Gb { get; }

        public decimal Yen { get; }

        public Kind Family { get; }
    }

    /// <summary>All of a seller's pack but price, data and days that a bundle depends on. Who charges fees of their own is a kind by itself.</summary>
    private sealed record Kind(int Class, Medium Medium, Allowance Allowance, Tethering Tethering, TopUp TopUp, Validity Validity, bool IdentityCheck, string? WithFees);
}
