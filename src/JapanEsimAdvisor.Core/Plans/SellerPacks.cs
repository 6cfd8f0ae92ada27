using System.Collections.Immutable;
using JapanEsimAdvisor.Core.Catalog;
using JapanEsimAdvisor.Core.Trips;
using JapanEsimAdvisor.Core.Units;

namespace JapanEsimAdvisor.Core.Plans;

/// <summary>
/// Data packs of one seller. A pack that another of its family beats (cheaper, no less data, and as long-lasting for the stay) is in no bundle worth
/// making, alone or beside others: the better one could stand in its place. Only beside the one pack that beats it does it stay a choice, since two of
/// that one are no pair.
/// </summary>
public sealed class SellerPacks
{
    private readonly ImmutableArray<Pack> _packs;

    /// <summary>Indices of packs that differ in price, data and days alone, by price, then from most data to least, then in catalog order.</summary>
    private readonly ImmutableArray<ImmutableArray<int>> _families;

    /// <summary>Better packs of the same days, whatever the stay.</summary>
    private readonly Betters[] _ofSameDays;

    private SellerPacks(ImmutableArray<Pack> packs)
    {
        _packs = packs;
        _families = [.. packs.Select((pack, index) => (pack, index)).GroupBy(entry => entry.pack.Family).Select(same => ByPrice(same.Select(entry => entry.index)))];
        _ofSameDays = Nothing();
        foreach (var same in _families.SelectMany(family => family.GroupBy(index => packs[index].Days)))
        {
            Sweep(same, _ofSameDays);
        }
    }

    /// <summary>Every seller of packs.</summary>
    /// <param name="offers">In catalog order.</param>
    public static ImmutableArray<SellerPacks> Of(IEnumerable<Offer> offers, ExchangeRates rates) =>
        [.. offers.Where(offer => BundleFactory.MayPair(offer.Terms.Plan))
            .GroupBy(offer => offer.Terms.Plan.SellerId, StringComparer.Ordinal)
            .Select(seller => new SellerPacks([.. seller.Select(offer => new Pack(offer, rates))]))];

    /// <summary>Every pair, each pack with later ones of the catalog.</summary>
    public IEnumerable<(Offer One, Offer Other)> Pairs() =>
        _packs.SelectMany((pack, index) => _packs.Skip(index + 1), (pack, other) => (pack.Offer, other.Offer));

    /// <summary>What could be undominated among the bundles of a stay.</summary>
    public ForStay Worthwhile(Stay stay) => new(this, stay);

    private Betters[] Nothing() => [.. Enumerable.Repeat(Betters.None, _packs.Length)];

    private ImmutableArray<int> ByPrice(IEnumerable<int> packs) =>
        [.. packs.OrderBy(index => _packs[index].Yen).ThenByDescending(index => _packs[index].Gb).ThenBy(index => index)];

    /// <summary>Notes for each pack the two with most data of all that cost no more, where they beat it.</summary>
    /// <param name="packs">In the order of a family.</param>
    private void Sweep(IEnumerable<int> packs, Betters[] betters)
    {
        var (first, second) = (-1, -1);
        foreach (var pack in packs)
        {
            betters[pack] = new Betters(Beats(first, pack) ? first : -1, Beats(second, pack) ? second : -1);
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

    /// <summary>At the same price the catalog's order tells, and only where the days are the same: bundles stay in the order of price and plan id.</summary>
    private bool Beats(int earlier, int later) => earlier >= 0
        && _packs[earlier].Gb >= _packs[later].Gb
        && (_packs[earlier].Yen < _packs[later].Yen || (earlier < later && _packs[earlier].Days == _packs[later].Days));

    /// <summary>A seller's packs for one stay.</summary>
    public sealed class ForStay
    {
        private readonly SellerPacks _seller;

        private readonly int[] _clocks;

        /// <summary>Better packs among those that last the stay, whatever their days.</summary>
        private readonly Betters[] _lasting;

        internal ForStay(SellerPacks seller, Stay stay)
        {
            (_seller, _clocks, _lasting) = (seller, new int[seller._packs.Length], seller.Nothing());
            foreach (var family in seller._families)
            {
                var days = seller._packs[family[0]].Offer.Terms.Plan.Validity.DaysToBuy(stay);
                foreach (var index in family)
                {
                    _clocks[index] = days;
                }

                seller.Sweep(family.Where(index => seller._packs[index].Days >= days), _lasting);
            }
        }

        /// <summary>Packs of which every bundle by themselves is dominated.</summary>
        public IEnumerable<Offer> Beaten()
        {
            for (var index = 0; index < _clocks.Length; index++)
            {
                if ((Lasts(index) ? _lasting : _seller._ofSameDays)[index].Any)
                {
                    yield return _seller._packs[index].Offer;
                }
            }
        }

        /// <summary>Pairs that could be undominated, each pack with later ones of the catalog.</summary>
        public IEnumerable<(Offer One, Offer Other)> Pairs()
        {
            for (var one = 0; one < _clocks.Length; one++)
            {
                for (var other = one + 1; other < _clocks.Length; other++)
                {
                    if (IsWorthwhile(one, other))
                    {
                        yield return (_seller._packs[one].Offer, _seller._packs[other].Offer);
                    }
                }
            }
        }

        private bool Lasts(int pack) => _seller._packs[pack].Days >= _clocks[pack];

        /// <summary>
        /// Side by side within a family only data and price count; otherwise a pack may only be replaced where its place in the chain stays the same, which
        /// is by days, then by the order of the catalog.
        /// </summary>
        private bool IsWorthwhile(int one, int other)
        {
            var (a, b) = (_seller._packs[one], _seller._packs[other]);
            var clockDays = Math.Max(_clocks[one], _clocks[other]);
            var (aLasts, bLasts) = (a.Days >= clockDays, b.Days >= clockDays);
            if (aLasts != bLasts || a.Days + b.Days < clockDays)
            {
                return false;
            }

            if (aLasts && a.Family == b.Family)
            {
                return !_lasting[one].HoldOtherThan(other) && !_lasting[other].HoldOtherThan(one);
            }

            var (forOne, forOther) = (_seller._ofSameDays[one], _seller._ofSameDays[other]);
            return a.Days == b.Days
                ? !forOne.HoldAnyBefore(other) && !forOther.HoldAnyAfter(one)
                : !forOne.HoldOtherThan(other) && !forOther.HoldOtherThan(one);
        }
    }

    /// <param name="First">Index of a better pack; below 0: none.</param>
    /// <param name="Second">Index of another; below 0: none.</param>
    internal readonly record struct Betters(int First, int Second)
    {
        public static readonly Betters None = new(-1, -1);

        public bool Any => First >= 0 || Second >= 0;

        public bool HoldAnyBefore(int pack) => (First >= 0 && First < pack) || (Second >= 0 && Second < pack);

        public bool HoldAnyAfter(int pack) => First > pack || Second > pack;

        public bool HoldOtherThan(int pack) => (First >= 0 && First != pack) || (Second >= 0 && Second != pack);
    }

    internal sealed record Pack
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
                plan.MinDays,
                plan.MaxDays,
                plan.IdentityCheck == true,
                MayBeCompared(offer.Terms) ? null : plan.Id);
        }

        public Offer Offer { get; }

        public int Days { get; }

        public double Gb { get; }

        public decimal Yen { get; }

        public Kind Family { get; }

        /// <summary>Fees of a plan's own, fees by the day and caps on tethering make more than price, data and days matter.</summary>
        private static bool MayBeCompared(PlanTerms terms) =>
            terms.Plan.Fees.IsEmpty && terms.Fees.All(fee => fee.Per != FeePer.Day) && terms.Plan.Tethering.Policy != TetherPolicy.Capped;
    }

    /// <summary>All of a seller's pack but price, data and days that a bundle depends on.</summary>
    /// <param name="Alone">Plan id of a pack that is like no other; else null.</param>
    internal sealed record Kind(
        int Class,
        Medium Medium,
        Allowance Allowance,
        Tethering Tethering,
        TopUp TopUp,
        Validity Validity,
        int? MinDays,
        int? MaxDays,
        bool IdentityCheck,
        string? Alone);
}
