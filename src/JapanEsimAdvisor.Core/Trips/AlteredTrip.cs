namespace JapanEsimAdvisor.Core.Trips;

/// <summary>Copies of a trip in which one thing differs.</summary>
public static class AlteredTrip
{
    /// <summary>
    /// Multiplies the use of every traveler. The uncertainty of each (coefficient of variation) stays the same.
    /// </summary>
    /// <param name="trip">The trip to copy.</param>
    /// <param name="times">Above 0.</param>
    public static Trip WithUse(this Trip trip, double times) => trip with { UsageScale = trip.UsageScale * times };

    /// <summary>Sets the hours apart of every traveler, except for children who are never alone.</summary>
    /// <param name="trip">The trip to copy.</param>
    /// <param name="hours">Hours a day, 0 to 24.</param>
    public static Trip WithHoursApart(this Trip trip, double hours) => trip with
    {
        Travelers = [.. trip.Travelers.Select(traveler => traveler.NeverAlone ? traveler : traveler with { HoursApartPerDay = hours })],
    };

    /// <summary>Moves the departure. The arrival and the times of the day stay the same.</summary>
    /// <param name="trip">The trip to copy.</param>
    /// <param name="days">Calendar days in Japan, both ends included, at least 1.</param>
    public static Trip WithDays(this Trip trip, int days) =>
        trip with { Stay = trip.Stay with { Departure = trip.Stay.Arrival.AddDays(days - 1) } };

    /// <summary>
    /// Changes the number of people: adds copies of the last traveler, or removes people from the end.
    /// </summary>
    /// <param name="trip">The trip to copy.</param>
    /// <param name="people">At least 1.</param>
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
