namespace JapanEsimAdvisor.Core.Usage;

/// <summary>Mobile data that one person uses, before any sharing.</summary>
/// <param name="PhoneGbPerDay">Mean use of the phone, GB a day.</param>
/// <param name="DevicesGbPerDay">Mean use of the person's further devices, GB a day.</param>
/// <param name="PersonCv">
/// cp: coefficient of variation of the use between persons who state the same, at least 0.
/// </param>
public readonly record struct Demand(double PhoneGbPerDay, double DevicesGbPerDay, double PersonCv)
{
    /// <summary>Mean use of phone and devices, GB a day.</summary>
    public double GbPerDay => PhoneGbPerDay + DevicesGbPerDay;

    /// <summary>True where the person uses no data.</summary>
    public bool IsZero => GbPerDay <= 0;

    /// <summary>Multiplies the use. The coefficient of variation stays the same.</summary>
    public Demand Times(double scale) => this with { PhoneGbPerDay = PhoneGbPerDay * scale, DevicesGbPerDay = DevicesGbPerDay * scale };
}
