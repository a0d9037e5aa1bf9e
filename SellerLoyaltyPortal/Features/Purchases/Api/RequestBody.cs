using System.Buffers;
using System.IO.Compression;

namespace SellerLoyaltyPortal.Features.Purchases.Api;

/// <summary>A request's body in memory, unpacked where it comes as gzip; what is too large is refused while it is read.</summary>
internal sealed class RequestBody : IDisposable
{
    /// <summary>Of the content, unpacked: ten thousand lines with the longest texts that are sensible.</summary>
    public const int MostBytes = 16 * 1024 * 1024;

    private const int FirstBytes = 64 * 1024;

    private byte[] _bytes = ArrayPool<byte>.Shared.Rent(FirstBytes);
    private int _length;

    private RequestBody() { }

    public ReadOnlySpan<byte> Content => _bytes.AsSpan(0, _length);

    /// <exception cref="BadHttpRequestException">Too large, packed in another way, or broken.</exception>
    public static async Task<RequestBody> ReadAsync(HttpRequest request, CancellationToken cancellation)
    {
        var body = new RequestBody();
        try
        {
            var packing = request.Headers.ContentEncoding.ToString();
            if (packing.Length == 0 || packing.Equals("identity", StringComparison.OrdinalIgnoreCase))
                await body.FillAsync(request.Body, cancellation);
            else if (packing.Equals("gzip", StringComparison.OrdinalIgnoreCase))
            {
                await using var unpacked = new GZipStream(
                    request.Body,
                    CompressionMode.Decompress,
                    leaveOpen: true
                );
                await body.FillAsync(unpacked, cancellation);
            }
            else
                throw new BadHttpRequestException(
                    "The packing is not gzip.",
                    StatusCodes.Status415UnsupportedMediaType
                );
            return body;
        }
        catch (InvalidDataException broken)
        {
            body.Dispose();
            throw new BadHttpRequestException("The gzip is broken.", StatusCodes.Status400BadRequest, broken);
        }
        catch
        {
            body.Dispose();
            throw;
        }
    }

    public void Dispose()
    {
        if (_bytes.Length > 0)
            ArrayPool<byte>.Shared.Return(_bytes);
        (_bytes, _length) = ([], 0);
    }

    private async Task FillAsync(Stream source, CancellationToken cancellation)
    {
        while (await source.ReadAsync(_bytes.AsMemory(_length), cancellation) is var read and > 0)
        {
            _length += read;
            if (_length > MostBytes)
                throw new BadHttpRequestException(
                    "The body is too large.",
                    StatusCodes.Status413PayloadTooLarge
                );
            if (_length < _bytes.Length)
                continue;
            var larger = ArrayPool<byte>.Shared.Rent(_bytes.Length * 2);
            _bytes.AsSpan(0, _length).CopyTo(larger);
            ArrayPool<byte>.Shared.Return(_bytes);
            _bytes = larger;
        }
    }
}
