namespace JapanEsimAdvisor.Web.Tests.Partners;

/// <summary>A site for the tests of a class that leave nothing behind which another of them would meet.</summary>
public sealed class OnePartnerSite : IAsyncDisposable
{
    internal PartnerSite Site { get; } = new();

    public ValueTask DisposeAsync() => Site.DisposeAsync();
}
