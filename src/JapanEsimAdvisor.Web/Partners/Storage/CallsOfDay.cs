namespace JapanEsimAdvisor.Web.Partners.Storage;

/// <summary>Calls of one partner on one calendar day in Japan.</summary>
/// <param name="Answered">Within the quota.</param>
/// <param name="Refused">Past it.</param>
public sealed record CallsOfDay(int PartnerId, DateOnly Day, long Answered, long Refused);
