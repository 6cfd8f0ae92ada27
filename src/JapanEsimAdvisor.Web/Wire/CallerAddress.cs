using System.Net;
using System.Net.Sockets;

namespace JapanEsimAdvisor.Web.Wire;

public static class CallerAddress
{
    private const int NetworkBytes = 8;

    /// <summary>
    /// The part of an address that a caller cannot easily change: all of IPv4, the 64-bit network of IPv6.
    /// </summary>
    /// <param name="address">Null if the connection has none; all such callers count as one.</param>
    public static IPAddress Of(IPAddress? address) => address switch
    {
        null => IPAddress.None,
        { IsIPv4MappedToIPv6: true } => address.MapToIPv4(),
        { AddressFamily: AddressFamily.InterNetworkV6 } =>
            new IPAddress([.. address.GetAddressBytes().Take(NetworkBytes), .. new byte[NetworkBytes]]),
        _ => address,
    };
}
