using System.Collections.Immutable;
using JapanEsimAdvisor.Core.Catalog;
using JapanEsimAdvisor.Core.Trips;
using JapanEsimAdvisor.Core.Units;

namespace JapanEsimAdvisor.Core.Plans;

/// <summary>
/// The data packs of one seller, without the packs that cannot be part of the best bundle. A pack beats another of its
/// family if it is cheaper, gives no less data and lasts as long for the stay. Then every bundle with the other pack is
/// worse than the same bundle with the better pack. There is one exception: the pair of the two packs remains, because
/// two of the better pack are not a pair.
/// </summary>
public sealed class SellerPacks
{
    private readonly ImmutableArray<Pack> _packs;

    /// <summary>
    /// Indices of packs that differ only in price, data and days. The order in a family is by price, then by data from
    /// most to least, then the catalog order.
    /// </summary>
    private readonly ImmutableArray<ImmutableArray<int>> _families;

    /// <summary>Better packs with the same number of days. They are better for every stay.</summary>
    private readonly Betters[] _ofSameDays;

    private SellerPacks(ImmutableArray<Pack> packs)
    {
        _packs = packs;
        _families =
        [
            .. packs.Select((pack, index) => (pack, index))
                .GroupBy(entry => entry.pack.Family)
                .Select(same => ByPrice(same.Select(entry => entry.index))),
        ];
        _ofSameDays = Nothing();
        foreach (var same in _families.SelectMany(family => family.GroupBy(index => packs[index].Days)))
        {
            Sweep(same, _ofSameDays);
        }
    }

    /// <summary>The packs of every seller that has some.</summary>
    /// <param name="offers">All plans that may be advised, in catalog order.</param>
    /// <param name="rates">Rates for yen.</param>
    public static ImmutableArray<SellerPacks> Of(IEnumerable<PlanOffer> offers, ExchangeRates rates) =>
        [.. offers.Where(offer => BundleFactory.MayPair(offer.Terms.Plan))
            .GroupBy(offer => offer.Terms.Plan.SellerId, StringComparer.Ordinal)
            .Select(seller => new SellerPacks([.. seller.Select(offer => new Pack(offer, rates))]))];

    /// <summary>Every pair: each pack with each later pack of the catalog.</summary>
    public IEnumerable<(PlanOffer One, PlanOffer Other)> Pairs() =>
        _packs.SelectMany((pack, index) => _packs.Skip(index + 1), (pack, other) => (pack.Offer, other.Offer));

    /// <summary>The packs and pairs that can be undominated for a stay.</summary>
    public ForStay Worthwhile(Stay stay) => new(this, stay);

    private Betters[] Nothing() => [.. Enumerable.Repeat(Betters.None, _packs.Length)];

    private ImmutableArray<int> ByPrice(IEnumerable<int> packs) =>
        [.. packs.OrderBy(index => _packs[index].Yen).ThenByDescending(index => _packs[index].Gb).ThenBy(index => index)];

    /// <summary>Finds for each pack the two packs with most data that cost no more, where they beat it.</summary>
    /// <param name="packs">Indices in the order of a family.</param>
    /// <param name="betters">Receives the result, by index.</param>
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

    /// <summary>
    /// At the same price, the earlier pack of the catalog wins, and only where the days are equal. So bundles stay in
    /// the order of price and plan id.
    /// </summary>
    private bool Beats(int earlier, int later) => earlier >= 0
        && _packs[earlier].Gb >= _packs[later].Gb
        && (_packs[earlier].Yen < _packs[later].Yen || (earlier < later && _packs[earlier].Days == _packs[later].Days));

    /// <summary>The packs of a seller for one stay.</summary>
    public sealed class ForStay
    {
        private readonly SellerPacks _seller;

        private readonly int[] _clocks;

        /// <summary>Better packs among those that last the stay.</summary>
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

        /// <summary>Packs for which every bundle with only this pack is dominated.</summary>
        public IEnumerable<PlanOffer> Beaten()
        {
            for (var index = 0; index < _clocks.Length; index++)
            {
                if ((Lasts(index) ? _lasting : _seller._ofSameDays)[index].Any)
                {
                    yield return _seller._packs[index].Offer;
                }
            }
        }

        /// <summary>Pairs that can be undominated: each pack with each later pack of the catalog.</summary>
        public IEnumerable<(PlanOffer One, PlanOffer Other)> Pairs()
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
        /// For two packs of a family at the same time, only data and price count. Otherwise a better pack may replace a
        /// pack only where the place in the chain stays the same. That place is by days, then by catalog order.
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

    /// <summary>Up to two packs that beat a pack.</summary>
    /// <param name="First">Index of a better pack; below 0 for none.</param>
    /// <param name="Second">Index of another one; below 0 for none.</param>
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
        public Pack(PlanOffer offer, ExchangeRates rates)
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

        public PlanOffer Offer { get; }

        public int Days { get; }

        public double Gb { get; }

        public decimal Yen { get; }

        public Kind Family { get; }

        /// <summary>
        /// False for packs with own fees, fees by the day or capped tethering. There more than price, data and days
        /// matters.
        /// </summary>
        private static bool MayBeCompared(PlanTerms terms) =>
            terms.Plan.Fees.IsEmpty && terms.Fees.All(fee => fee.Per != FeePer.Day) && terms.Plan.Tethering.Policy != TetherPolicy.Capped;
    }

    /// <summary>Facts of a pack that a bundle depends on, without price, data and days.</summary>
    /// <param name="Class">Index of its <see cref="PlanClass"/>.</param>
    /// <param name="Medium">How it connects.</param>
    /// <param name="Allowance">Its allowance without the gigabytes.</param>
    /// <param name="Tethering">Its tethering rule without the source.</param>
    /// <param name="TopUp">Its own top-up.</param>
    /// <param name="Validity">How its days are counted.</param>
    /// <param name="MinDays">Fewest days that can be bought.</param>
    /// <param name="MaxDays">Most days that can be bought.</param>
    /// <param name="IdentityCheck">Whether the buyer must show an identity document.</param>
    /// <param name="Alone">Plan id of a pack that may not be compared with others; else null.</param>
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
