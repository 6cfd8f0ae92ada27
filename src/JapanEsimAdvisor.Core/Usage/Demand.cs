namespace JapanEsimAdvisor.Core.Usage;

/// <summary>What one traveler uses, before anybody shares.</summary>
/// <param name="PhoneGbPerDay">Mean on the phone, GB a day of mobile data.</param>
/// <param name="DevicesGbPerDay">Mean on the traveler's further devices.</param>
/// <param name="PersonCv">cp: how little we know the person.</param>
public readonly record struct Demand(double PhoneGbPerDay, double DevicesGbPerDay, double PersonCv)
{
    public double GbPerDay => PhoneGbPerDay + DevicesGbPerDay;

    public bool IsZero => GbPerDay <= 0;

    /// <summary>More or less of the same use, known no better and no worse.</summary>
    public Demand Times(double scale) => this with { PhoneGbPerDay = PhoneGbPerDay * scale, DevicesGbPerDay = DevicesGbPerDay * scale };
}
