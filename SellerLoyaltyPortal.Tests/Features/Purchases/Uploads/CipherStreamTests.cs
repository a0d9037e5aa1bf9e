using System.Security.Cryptography;
using System.Text;
using SellerLoyaltyPortal.Features.Purchases.Uploads;
using SellerLoyaltyPortal.Tests.Support;

namespace SellerLoyaltyPortal.Tests.Features.Purchases.Uploads;

public sealed class CipherStreamTests : IDisposable
{
    private readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Read_AnyPlaceInAnyPieces_GivesWhatWasWritten()
    {
        var random = new Random(7);
        var content = new byte[200_003];
        random.NextBytes(content);
        var (path, key) = (_folder.File("x"), RandomNumberGenerator.GetBytes(32));
        using (var target = new CipherStream(File.Create(path), key))
            for (var at = 0; at < content.Length; )
            {
                var part = Math.Min(random.Next(1, 50_000), content.Length - at);
                target.Write(content.AsSpan(at, part));
                at += part;
            }
        using var source = new CipherStream(File.OpenRead(path), key);
        Assert.Equal(content.Length, source.Length);
        for (var i = 0; i < 200; i++)
        {
            var at = random.Next(content.Length);
            var buffer = new byte[random.Next(1, 70_000)];
            source.Position = at;
            var read = source.ReadAtLeast(buffer, buffer.Length, throwOnEndOfStream: false);
            Assert.Equal(Math.Min(buffer.Length, content.Length - at), read);
            Assert.True(content.AsSpan(at, read).SequenceEqual(buffer.AsSpan(0, read)));
        }
    }

    [Fact]
    public async Task Write_Text_IsNotOnTheDisk()
    {
        var path = _folder.File("y");
        await using (var target = new CipherStream(File.Create(path), RandomNumberGenerator.GetBytes(32)))
            await target.WriteAsync(Encoding.UTF8.GetBytes(new string('s', 10_000)));
        var bytes = await File.ReadAllBytesAsync(path);
        Assert.Equal(10_000, bytes.Length);
        // Every byte value about equally often: nothing of the one letter is left.
        Assert.InRange(bytes.Count(b => b == 's'), 5, 120);
    }
}
