// One academy in Azure: an identity without secrets, storage that only it may use, one web app that runs the bot, and
// the bot's registration with the Teams channel. Deploy with infra/README.md.
targetScope = 'resourceGroup'

@description('Short name of the academy, for the names of everything made here: lower-case letters and digits.')
@minLength(3)
@maxLength(12)
param academy string

@description('What people see as the bot\'s name in Teams.')
@maxLength(42)
param displayName string = 'Academy Assistant'

@description('A preset of the product (luton, durham, slough, doncaster, sefton, national) or the path of your own programme file in the package.')
param programme string = 'luton'

@description('How many instances answer and send side by side.')
@minValue(1)
@maxValue(10)
param instances int = 1

@description('Size of the App Service plan.')
param planSku string = 'B1'

@description('Level of the log: JSON lines with ids and counts, never names or texts.')
@allowed(['error', 'warn', 'info', 'debug'])
param logLevel string = 'info'

param location string = resourceGroup().location

var suffix = uniqueString(resourceGroup().id, academy)
var siteName = 'academy-${academy}-${suffix}'
var host = '${siteName}.azurewebsites.net'

// What the identity may do with storage: read and write tables and queues, and nothing else.
var tableDataContributor = '0a9a7e1f-b9d0-4cc4-a60d-0319b160aaa3'
var queueDataContributor = '974c5e8b-45b9-4653-ba55-5f855dd0fb88'

resource identity 'Microsoft.ManagedIdentity/userAssignedIdentities@2023-01-31' = {
  name: 'academy-${academy}'
  location: location
}

resource storage 'Microsoft.Storage/storageAccounts@2023-05-01' = {
  name: take('academy${academy}${suffix}', 24)
  location: location
  kind: 'StorageV2'
  sku: { name: 'Standard_ZRS' }
  properties: {
    // Only Entra identities: there is no key that could leak.
    allowSharedKeyAccess: false
    allowBlobPublicAccess: false
    minimumTlsVersion: 'TLS1_2'
    supportsHttpsTrafficOnly: true
  }
}

resource mayUseStorage 'Microsoft.Authorization/roleAssignments@2022-04-01' = [
  for role in [tableDataContributor, queueDataContributor]: {
    name: guid(storage.id, identity.id, role)
    scope: storage
    properties: {
      roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', role)
      principalId: identity.properties.principalId
      principalType: 'ServicePrincipal'
    }
  }
]

resource plan 'Microsoft.Web/serverfarms@2023-12-01' = {
  name: 'academy-${academy}'
  location: location
  kind: 'linux'
  sku: { name: planSku, capacity: instances }
  properties: { reserved: true }
}

resource site 'Microsoft.Web/sites@2023-12-01' = {
  name: siteName
  location: location
  kind: 'app,linux'
  identity: {
    type: 'UserAssigned'
    userAssignedIdentities: { '${identity.id}': {} }
  }
  properties: {
    serverFarmId: plan.id
    httpsOnly: true
    siteConfig: {
      linuxFxVersion: 'NODE|24-lts'
      appCommandLine: 'node src/main.ts'
      // The worker sends at the right hour only while the process runs.
      alwaysOn: true
      healthCheckPath: '/health/ready'
      ftpsState: 'Disabled'
      minTlsVersion: '1.2'
      appSettings: [
        { name: 'NODE_ENV', value: 'production' }
        { name: 'MicrosoftAppType', value: 'UserAssignedMsi' }
        { name: 'MicrosoftAppId', value: identity.properties.clientId }
        { name: 'MicrosoftAppTenantId', value: tenant().tenantId }
        { name: 'STORAGE_ACCOUNT_NAME', value: storage.name }
        { name: 'PROGRAMME', value: programme }
        { name: 'LOG_LEVEL', value: logLevel }
        { name: 'PORT', value: '8080' }
        { name: 'WEBSITES_PORT', value: '8080' }
        { name: 'PUBLIC_URL', value: 'https://${host}' }
      ]
    }
  }
}

resource bot 'Microsoft.BotService/botServices@2022-09-15' = {
  name: 'academy-${academy}-${suffix}'
  location: 'global'
  kind: 'azurebot'
  sku: { name: 'F0' }
  properties: {
    displayName: displayName
    endpoint: 'https://${host}/api/messages'
    msaAppType: 'UserAssignedMSI'
    msaAppId: identity.properties.clientId
    msaAppMSIResourceId: identity.id
    msaAppTenantId: tenant().tenantId
    disableLocalAuth: true
  }
}

resource teams 'Microsoft.BotService/botServices/channels@2022-09-15' = {
  parent: bot
  name: 'MsTeamsChannel'
  location: 'global'
  properties: {
    channelName: 'MsTeamsChannel'
    properties: { isEnabled: true }
  }
}

@description('For `npm run package`: the bot\'s id and the domain in the app\'s manifest.')
output MicrosoftAppId string = identity.properties.clientId
output PUBLIC_DOMAIN string = host
output site string = site.name
output storageAccount string = storage.name
