namespace JapanEsimAdvisor.Core.Units;

/// <summary>An exact amount in one currency. <c>default</c> has no currency and is not a price.</summary>
/// <param name="Amount">In units of the currency (10.50 dollars, 1,200 yen).</param>
/// <param name="Currency">ISO 4217 code.</param>
public readonly record struct Money(decimal Amount, string Currency)
{
    public override string ToString() => FormattableString.Invariant($"{Amount} {Currency}");
}
