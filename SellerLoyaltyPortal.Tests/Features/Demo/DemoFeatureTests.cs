using Microsoft.AspNetCore.Builder;
using SellerLoyaltyPortal.Features.Demo;

namespace SellerLoyaltyPortal.Tests.Features.Demo;

public sealed class DemoFeatureTests
{
    [Theory]
    [InlineData("Production", false)]
    [InlineData("Staging", false)]
    [InlineData("Development", true)]
    public void AddDemo_Environment_DecidesWhetherItExists(string environment, bool exists)
    {
        var builder = WebApplication.CreateEmptyBuilder(new() { EnvironmentName = environment });
        var before = builder.Services.Count;
        builder.AddDemo();
        Assert.Equal(exists, builder.Services.Count > before);
        Assert.Equal(exists, builder.Services.Any(s => s.ServiceType == typeof(DemoSeed)));
    }
}
