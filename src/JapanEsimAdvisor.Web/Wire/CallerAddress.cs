using System.Net;
using System.Net.Sockets;

namespace JapanEsimAdvisor.Web.Wire;

public static class CallerAddress
{
    private const int NetworkBytes = 8;

    /// <summary>The part of an address that one caller cannot change at will: IPv4 whole, of IPv6 the network of 64 bits.</summary>
    /// <param name="address">Null where the connection has none; all such callers are one.</param>
    public static IPAddress Of(IPAddress? address) => address switch
    {
        null => IPAddress.None,
        { IsIPv4MappedToIPv6: true } => address.MapToIPv4(),
        { AddressFamily: AddressFamily.InterNetworkV6 } => new IPAddress([.. address.GetAddressBytes().Take(NetworkBytes), .. new byte[NetworkBytes]]),
        _ => address,
    };
}
