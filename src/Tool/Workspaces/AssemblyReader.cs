using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;
using System.Text;
using TypedLlm.Catalog;
using TypedLlm.Tool.Cli;
using TypedLlm.Tool.Descriptors;

namespace TypedLlm.Tool.Workspaces;

/// <summary>Reads what the tool needs of an assembly from its metadata. Nothing of it is loaded or run.</summary>
internal static class AssemblyReader
{
    private const string CatalogResource = "typedllm.models.json";

    /// <summary>Null if the file is no .NET assembly.</summary>
    /// <exception cref="ToolException">What it holds of ours cannot be read.</exception>
    public static EndpointAssembly? Read(string path)
    {
        try
        {
            using var file = new PEReader(File.OpenRead(path));
            return file.HasMetadata && file.GetMetadataReader() is { IsAssembly: true } metadata ? Read(path, file, metadata) : null;
        }
        catch (BadImageFormatException)
        {
            return null;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new ToolException($"{path} cannot be read: {exception.Message}", exception);
        }
    }

    private static EndpointAssembly Read(string path, PEReader file, MetadataReader metadata)
    {
        var name = metadata.GetString(metadata.GetAssemblyDefinition().Name);
        string? secrets = null;
        var endpoints = new List<string>();
        var formats = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var handle in metadata.GetAssemblyDefinition().GetCustomAttributes())
        {
            var attribute = metadata.GetCustomAttribute(handle);
            switch (AttributeNames.Of(attribute, metadata))
            {
                case ("TypedLlm.CompilerServices", "LlmEndpointDescriptorAttribute"):
                    endpoints.Add(Arguments(attribute, metadata, 1)[0]);
                    break;
                case ("TypedLlm.CompilerServices", "LlmAnswerDescriptorAttribute"):
                    var format = Arguments(attribute, metadata, 2);
                    formats[format[0]] = format[1];
                    break;
                case ("Microsoft.Extensions.Configuration.UserSecrets", "UserSecretsIdAttribute"):
                    secrets = Arguments(attribute, metadata, 1)[0];
                    break;
            }
        }

        return new EndpointAssembly(name, path)
        {
            IsApp = file.PEHeaders.CorHeader!.EntryPointTokenOrRelativeVirtualAddress != 0,
            Build = metadata.GetGuid(metadata.GetModuleDefinition().Mvid),
            UserSecretsId = secrets,
            Catalog = ReadCatalog(path, file, metadata),
            Endpoints = [.. endpoints.Select(json => DescriptorReader.Read(json, formats, name))],
        };
    }

    /// <summary>The arguments of an attribute, which are strings.</summary>
    private static string[] Arguments(CustomAttribute attribute, MetadataReader metadata, int count)
    {
        var blob = metadata.GetBlobReader(attribute.Value);
        blob.ReadUInt16();
        var arguments = new string[count];
        for (var i = 0; i < count; i++)
        {
            arguments[i] = blob.ReadSerializedString() ?? "";
        }

        return arguments;
    }

    private static CatalogFile ReadCatalog(string path, PEReader file, MetadataReader metadata)
    {
        foreach (var handle in metadata.ManifestResources)
        {
            var resource = metadata.GetManifestResource(handle);
            if (resource.Implementation.IsNil && metadata.StringComparer.Equals(resource.Name, CatalogResource))
            {
                var (catalog, problems) = CatalogReader.Read(Encoding.UTF8.GetString(Content(resource, file)).TrimStart('\uFEFF'), BuiltInCatalog.Instance);
                return problems.Count == 0
                    ? catalog
                    : throw new ToolException($"{CatalogResource} in {path} cannot be used: {problems[0]}");
            }
        }

        return CatalogFile.Empty;
    }

    private static byte[] Content(ManifestResource resource, PEReader file)
    {
        var section = file.GetSectionData(file.PEHeaders.CorHeader!.ResourcesDirectory.RelativeVirtualAddress);
        var reader = section.GetReader((int)resource.Offset, section.Length - (int)resource.Offset);
        return reader.ReadBytes(reader.ReadInt32());
    }
}
