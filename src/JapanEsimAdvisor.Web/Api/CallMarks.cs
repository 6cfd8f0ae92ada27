namespace JapanEsimAdvisor.Web.Api;

/// <summary>What has to be known of a call before it runs.</summary>
public static class CallMarks
{
    /// <summary>A POST that changes nothing: publishable keys may make it.</summary>
    public static TBuilder OnlyReads<TBuilder>(this TBuilder call)
        where TBuilder : IEndpointConventionBuilder => call.WithMetadata(new OnlyReads());

    /// <summary>A call whose answer holds <c>buyUrl</c>: a partner's link is put in.</summary>
    public static TBuilder HoldsBuyUrls<TBuilder>(this TBuilder call)
        where TBuilder : IEndpointConventionBuilder => call.WithMetadata(new HoldsBuyUrls());
}

public sealed record OnlyReads;

public sealed record HoldsBuyUrls;
