namespace JapanEsimAdvisor.Web.Partners.Storage;

/// <summary>Calls of one partner on one calendar day in Japan.</summary>
/// <param name="Answered">Calls within the quota.</param>
/// <param name="Refused">Calls beyond the quota.</param>
public sealed record CallsOfDay(int PartnerId, DateOnly Day, long Answered, long Refused);
