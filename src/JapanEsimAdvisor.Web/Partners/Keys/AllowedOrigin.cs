namespace JapanEsimAdvisor.Web.Partners.Keys;

public static class AllowedOrigin
{
    /// <summary>
    /// Reads an origin as browsers send it: scheme, host in ASCII, and the port if it is not the default. HTTPS, or the
    /// own machine.
    /// </summary>
    /// <returns>Null if the text is not such an origin.</returns>
    public static string? Read(string text)
    {
        if (!Uri.TryCreate(text, UriKind.Absolute, out var uri) || uri.HostNameType == UriHostNameType.Unknown || text.Any(char.IsControl))
        {
            return null;
        }

        var isBare = uri.PathAndQuery == "/" && uri is { Fragment: "", UserInfo: "" } && !text.AsSpan().ContainsAny("?#*@\\");
        var isSafe = uri.Scheme == Uri.UriSchemeHttps || (uri.Scheme == Uri.UriSchemeHttp && uri.IsLoopback);
        return isBare && isSafe ? Written(uri) : null;
    }

    private static string Written(Uri uri)
    {
        var host = uri.HostNameType == UriHostNameType.IPv6 ? uri.Host : uri.IdnHost.ToLowerInvariant();
        return uri.IsDefaultPort ? $"{uri.Scheme}://{host}" : FormattableString.Invariant($"{uri.Scheme}://{host}:{uri.Port}");
    }
}
