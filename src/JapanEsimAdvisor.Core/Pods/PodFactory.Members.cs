namespace JapanEsimAdvisor.Core.Pods;

/// <summary>Checks which people can be together in a pod, and counts their connections and hours apart.</summary>
public sealed partial class PodFactory
{
    private bool MembersFit(PodKind kind, int host, PodMembers members)
    {
        if (members.Counts[host] == 0 || (kind is PodKind.OwnEsim or PodKind.OwnOther && members.People != 1))
        {
            return false;
        }

        if (kind == PodKind.Hotspot && members.People < 2)
        {
            return false;
        }

        var others = members.People > 1;
        return (!others || Sharing.MayServeOthers(types[host].Traveler))
            && (kind == PodKind.Router || Connections(kind, host, members) <= Sharing.HotspotConnections(types[host]))
            && (kind != PodKind.Router || Sharing.MayRentRouter(types[host]))
            && AllMayBeClients(host, members);
    }

    private bool AllMayBeClients(int host, PodMembers members)
    {
        for (var type = 0; type < types.Length; type++)
        {
            var clients = members.Counts[type] - (type == host ? 1 : 0);
            if (clients > 0 && !Sharing.MayBeClient(types[type], types[host]))
            {
                return false;
            }
        }

        return true;
    }

    private int PeopleWithUse(PodKind kind, PodMembers members)
    {
        var people = 0;
        for (var type = 0; type < types.Length; type++)
        {
            people += Sharing.DemandOf(types[type], kind).IsZero ? 0 : members.Counts[type];
        }

        return people;
    }

    /// <summary>
    /// Number of Wi-Fi connections. It counts devices, not people. A router serves the phone of its host too.
    /// </summary>
    private int Connections(PodKind kind, int host, PodMembers members)
    {
        var connections = kind == PodKind.Router ? types[host].ConnectionsAsClient : types[host].ConnectingDevices;
        for (var type = 0; type < types.Length; type++)
        {
            connections += (members.Counts[type] - (type == host ? 1 : 0)) * types[type].ConnectionsAsClient;
        }

        return connections;
    }

    private double OfflineHours(int host, PodMembers members)
    {
        double hours = 0;
        for (var type = 0; type < types.Length; type++)
        {
            var clients = members.Counts[type] - (type == host ? 1 : 0);
            hours += clients * Sharing.OfflineHours(types[type].Traveler, types[host].Traveler);
        }

        return hours;
    }
}
