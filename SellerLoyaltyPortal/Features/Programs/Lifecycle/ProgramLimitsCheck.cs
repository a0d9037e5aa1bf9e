using Microsoft.Extensions.Options;

namespace SellerLoyaltyPortal.Features.Programs.Lifecycle;

/// <summary>What limits must be to each other, so that a wrong configuration stops the start and says why.</summary>
internal sealed class ProgramLimitsCheck : IValidateOptions<Mechanics.ProgramLimits>
{
    public ValidateOptionsResult Validate(string? name, Mechanics.ProgramLimits options)
    {
        var faults = new List<string>();
        if (options.LowestThreshold > options.HighestThreshold)
            faults.Add("ProgramLimits: LowestThreshold is above HighestThreshold.");
        if (options.LowestDiscount > options.HighestDiscount)
            faults.Add("ProgramLimits: LowestDiscount is above HighestDiscount.");
        if (options.LeastLifeDays > options.LongestLifeDays)
            faults.Add("ProgramLimits: LeastLifeDays is above LongestLifeDays.");
        if (options.LowestThreshold % options.ThresholdStep != 0)
            faults.Add("ProgramLimits: LowestThreshold is no multiple of ThresholdStep.");
        if (options.LowestDiscount % options.DiscountStep != 0)
            faults.Add("ProgramLimits: LowestDiscount is no multiple of DiscountStep.");
        return faults.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(faults);
    }
}
