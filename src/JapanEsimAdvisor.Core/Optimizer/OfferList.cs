namespace JapanEsimAdvisor.Core.Optimizer;

/// <summary>Pods that hold somebody of one type and nobody of a type before, in ascending order of their floors; what a search looks at first lies side by side.</summary>
internal sealed class OfferList
{
    private const int Few = 4;

    private ulong[] _packed = [];

    private double[] _floors = [];

    private int[] _offers = [];

    public int Count { get; private set; }

    /// <summary>Its people, as <see cref="PartyStates.Packed"/>.</summary>
    public ulong Packed(int index) => _packed[index];

    public double Floor(int index) => _floors[index];

    public int Offer(int index) => _offers[index];

    public void Insert(ulong packed, double floor, int offer)
    {
        if (Count == _offers.Length)
        {
            var room = Math.Max(Few, Count * 2);
            Array.Resize(ref _packed, room);
            Array.Resize(ref _floors, room);
            Array.Resize(ref _offers, room);
        }

        var at = Count++;
        for (; at > 0 && _floors[at - 1] > floor; at--)
        {
            (_packed[at], _floors[at], _offers[at]) = (_packed[at - 1], _floors[at - 1], _offers[at - 1]);
        }

        (_packed[at], _floors[at], _offers[at]) = (packed, floor, offer);
    }
}
