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
        var endpoints = new List<EndpointDescriptor>();
        foreach (var handle in metadata.GetAssemblyDefinition().GetCustomAttributes())
        {
            var attribute = metadata.GetCustomAttribute(handle);
            switch (AttributeNames.Of(attribute, metadata))
            {
                case ("TypedLlm.CompilerServices", "LlmEndpointDescriptorAttribute"):
                    endpoints.Add(DescriptorReader.Read(Argument(attribute, metadata), name));
                    break;
                case ("Microsoft.Extensions.Configuration.UserSecrets", "UserSecretsIdAttribute"):
                    secrets = Argument(attribute, metadata);
                    break;
            }
        }

        return new EndpointAssembly(name, path)
        {
            IsApp = file.PEHeaders.CorHeader!.EntryPointTokenOrRelativeVirtualAddress != 0,
            Build = metadata.GetGuid(metadata.GetModuleDefinition().Mvid),
            UserSecretsId = secrets,
            Catalog = ReadCatalog(path, file, metadata),
            Endpoints = endpoints,
        };
    }

    /// <summary>The one argument of an attribute, which is a string.</summary>
    private static string Argument(CustomAttribute attribute, MetadataReader metadata)
    {
        var blob = metadata.GetBlobReader(attribute.Value);
        blob.ReadUInt16();
        return blob.ReadSerializedString() ?? "";
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
