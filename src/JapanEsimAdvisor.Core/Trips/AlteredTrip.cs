namespace JapanEsimAdvisor.Core.Trips;

/// <summary>The same trip but for one thing.</summary>
public static class AlteredTrip
{
    /// <summary>Everybody's use times so much, above 0; how well it is known stays.</summary>
    public static Trip WithUse(this Trip trip, double times) => trip with { UsageScale = trip.UsageScale * times };

    /// <summary>Everybody so many hours a day away from the others, but for children who are never alone.</summary>
    public static Trip WithHoursApart(this Trip trip, double hours) =>
        trip with { Travelers = [.. trip.Travelers.Select(traveler => traveler.NeverAlone ? traveler : traveler with { HoursApartPerDay = hours })] };

    /// <summary>So many calendar days from the day of arrival, at least 1; times of the day stay.</summary>
    public static Trip WithDays(this Trip trip, int days) => trip with { Stay = trip.Stay with { Departure = trip.Stay.Arrival.AddDays(days - 1) } };

    /// <summary>So many people, at least 1: copies of the last are added, people removed from the end.</summary>
    public static Trip WithPeople(this Trip trip, int people)
    {
        var travelers = trip.Travelers.ToBuilder();
        for (var tooMany = trip.People - people; tooMany > 0;)
        {
            var leaving = Math.Min(tooMany, travelers[^1].Count);
            tooMany -= leaving;
            if (leaving == travelers[^1].Count)
            {
                travelers.RemoveAt(travelers.Count - 1);
            }
            else
            {
                travelers[^1] = travelers[^1] with { Count = travelers[^1].Count - leaving };
            }
        }

        travelers[^1] = travelers[^1] with { Count = travelers[^1].Count + Math.Max(0, people - trip.People) };
        return trip with { Travelers = travelers.ToImmutable() };
    }
}
