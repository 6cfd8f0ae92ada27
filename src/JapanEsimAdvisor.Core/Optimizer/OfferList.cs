namespace JapanEsimAdvisor.Core.Optimizer;

/// <summary>Pods that hold somebody of one type and nobody of a type before, in ascending order of their floors; what a search looks at first lies side by side.</summary>
internal sealed class OfferList
{
    private ulong[] _packed = new ulong[4];

    private double[] _floors = new double[4];

    private int[] _offers = new int[4];

    public int Count { get; private set; }

    /// <summary>Its people, as <see cref="PartyStates.Packed"/>.</summary>
    public ulong Packed(int index) => _packed[index];

    public double Floor(int index) => _floors[index];

    public int Offer(int index) => _offers[index];

    public void Insert(ulong packed, double floor, int offer)
    {
        if (Count == _offers.Length)
        {
            Array.Resize(ref _packed, Count * 2);
            Array.Resize(ref _floors, Count * 2);
            Array.Resize(ref _offers, Count * 2);
        }

        var at = Count++;
        for (; at > 0 && _floors[at - 1] > floor; at--)
        {
            (_packed[at], _floors[at], _offers[at]) = (_packed[at - 1], _floors[at - 1], _offers[at - 1]);
        }

        (_packed[at], _floors[at], _offers[at]) = (packed, floor, offer);
    }
}
