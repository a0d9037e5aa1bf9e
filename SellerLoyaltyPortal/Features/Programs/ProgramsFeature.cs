namespace SellerLoyaltyPortal.Features.Programs;

/// <summary>Loyalty programs: their mechanics, their life from draft to end, the constructor.</summary>
public static class ProgramsFeature
{
    public static WebApplicationBuilder AddPrograms(this WebApplicationBuilder builder)
    {
        return builder;
    }
}
